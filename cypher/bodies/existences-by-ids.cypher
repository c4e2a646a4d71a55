// Bodies by id with all that bounds their existence, as recorded now.
// @param {string[]} ids
// @row {Existence} b
UNWIND $ids AS id
MATCH (b:Body {id: id})
RETURN b{.*} AS b
