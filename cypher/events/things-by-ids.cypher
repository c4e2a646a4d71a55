// Bodies, places and parties by id with their names, as recorded now.
// @param {string[]} ids
// @row {Named} x
UNWIND $ids AS id
MATCH (x:Principal {id: id})
RETURN x{.*} AS x
