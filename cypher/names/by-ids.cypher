// Names by id, as recorded now.
// @param {string[]} ids
// @row {Name} n
UNWIND $ids AS id
MATCH (n:Name {id: id})
RETURN n{.*} AS n
