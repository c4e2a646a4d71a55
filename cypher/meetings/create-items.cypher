// Adds agenda items.
// @param {AgendaItem[]} rows
UNWIND $rows AS row
CREATE (n:Node:AgendaItem {id: row.id})
SET n = row
