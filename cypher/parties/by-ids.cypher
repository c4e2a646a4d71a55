// Parties by id, as recorded now.
// @param {string[]} ids
// @row {Party} x
UNWIND $ids AS id
MATCH (x:Party {id: id})
RETURN x{.*} AS x
