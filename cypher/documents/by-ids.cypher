// Documents by id, as recorded now.
// @param {string[]} ids
// @row {Document} d
UNWIND $ids AS id
MATCH (d:Document {id: id})
RETURN d{.*} AS d
