// Decisions by id, as recorded now.
// @param {string[]} ids
// @row {Decision} x
UNWIND $ids AS id
MATCH (x:Decision {id: id})
RETURN x{.*} AS x
