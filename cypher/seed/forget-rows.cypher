// Forgets rows that a data set no longer has.
// @param {string[]} ids
UNWIND $ids AS id
MATCH (r:Row {id: id})
DELETE r
