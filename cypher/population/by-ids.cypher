// How many lived in a municipality as a year began, by id, as recorded now.
// @param {string[]} ids
// @row {Population} x
UNWIND $ids AS id
MATCH (x:Population {id: id})
RETURN x{.*} AS x
