// Statements by id, as recorded now.
// @param {string[]} ids
// @row {Statement} x
UNWIND $ids AS id
MATCH (x:Statement {id: id})
RETURN x{.*} AS x
