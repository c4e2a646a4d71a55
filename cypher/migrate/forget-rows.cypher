// Forgets what data sets last wrote, in a graph of format 2.
// @param {string[]} ids
UNWIND $ids AS id
MATCH (r:Row {id: id})
DELETE r
