// Agreements by id, as recorded now.
// @param {string[]} ids
// @row {Agreement} x
UNWIND $ids AS id
MATCH (x:Agreement {id: id})
RETURN x{.*} AS x
