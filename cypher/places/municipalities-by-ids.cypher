// Municipalities by id, as recorded now.
// @param {string[]} ids
// @row {Place} x
UNWIND $ids AS id
MATCH (x:Municipality {id: id})
RETURN x{.*} AS x
