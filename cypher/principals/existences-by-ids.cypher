// Places and parties by id with when they exist, as recorded now.
// @param {string[]} ids
// @row {RecordedExistence} x
UNWIND $ids AS id
MATCH (x:Principal {id: id})
RETURN x{.*} AS x
