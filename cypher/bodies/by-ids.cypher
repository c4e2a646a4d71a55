// Bodies by id, as recorded now.
// @param {string[]} ids
// @row {Body} b
UNWIND $ids AS id
MATCH (b:Body {id: id})
RETURN b{.*} AS b
