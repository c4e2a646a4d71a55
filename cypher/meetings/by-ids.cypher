// Meetings by id, as recorded now.
// @param {string[]} ids
// @row {Meeting} x
UNWIND $ids AS id
MATCH (x:Meeting {id: id})
RETURN x{.*} AS x
