// Terms by id, as recorded now.
// @param {string[]} ids
// @row {Term} t
UNWIND $ids AS id
MATCH (t:Term {id: id})
RETURN t{.*} AS t
