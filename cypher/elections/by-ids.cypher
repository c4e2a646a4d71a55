// Elections by id, as recorded now.
// @param {string[]} ids
// @row {Election} x
UNWIND $ids AS id
MATCH (x:Election {id: id})
RETURN x{.*} AS x
