// Regions by id, as recorded now.
// @param {string[]} ids
// @row {Place} x
UNWIND $ids AS id
MATCH (x:Region {id: id})
RETURN x{.*} AS x
