// Sources by id, as recorded now.
// @param {string[]} ids
// @row {Source} s
UNWIND $ids AS id
MATCH (s:Source {id: id})
RETURN s{.*} AS s
