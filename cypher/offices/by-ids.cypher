// Offices by id, as recorded now.
// @param {string[]} ids
// @row {Office} x
UNWIND $ids AS id
MATCH (x:Office {id: id})
RETURN x{.*} AS x
