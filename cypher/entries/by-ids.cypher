// Entries of the log by their ids.
// @param {string[]} ids
// @row {Entry} e
UNWIND $ids AS id
MATCH (e:Entry {id: id})
RETURN e{.*} AS e
