// When municipalities exist, as recorded now.
// @param {string[]} ids
// @row {PlaceExistence} x
UNWIND $ids AS id
MATCH (x:Municipality {id: id})
RETURN x{.*} AS x
