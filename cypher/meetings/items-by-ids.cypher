// Agenda items by id, as recorded now.
// @param {string[]} ids
// @row {AgendaItem} x
UNWIND $ids AS id
MATCH (x:AgendaItem {id: id})
RETURN x{.*} AS x
