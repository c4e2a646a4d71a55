// Which sources nodes name, as recorded now.
// @param {string[]} ids
// @row {Sourced} n
UNWIND $ids AS id
MATCH (n:Node {id: id})
RETURN n{.*} AS n
