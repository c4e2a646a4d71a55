// Who keeps which body complete, by id, as recorded now.
// @param {string[]} ids
// @row {Register} x
UNWIND $ids AS id
MATCH (x:Register {id: id})
RETURN x{.*} AS x
