// Entries that take others back, in order.
// @param {string[]} ids
// @row {Entry} e
UNWIND $ids AS id
MATCH (e:Entry {undoes: id})
RETURN e{.*} AS e
ORDER BY e.number
