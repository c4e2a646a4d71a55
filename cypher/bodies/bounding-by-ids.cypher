// Bodies by id with what bounds the seats in them, as recorded now.
// @param {string[]} ids
// @row {BoundingBody} b
UNWIND $ids AS id
MATCH (b:Body {id: id})
RETURN b{.*} AS b
