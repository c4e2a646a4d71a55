// Adds versions of which meeting an item is on the agenda of.
// @param {Link[]} rows
UNWIND $rows AS row
MATCH (a:AgendaItem {id: row.fromId})
MATCH (b:Meeting {id: row.toId})
CREATE (a)-[r:ON_AGENDA_OF {id: row.id}]->(b)
SET r = row
