// Entries that take others back, in order.
// @param {string[]} ids
// @row {number} number
// @row {Entry} e
UNWIND $ids AS id
MATCH (e:Entry {undoes: id})
RETURN e.number AS number, e{.*} AS e
ORDER BY number
