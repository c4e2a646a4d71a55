// Adds versions of at which item decisions were taken.
// @param {Link[]} rows
UNWIND $rows AS row
MATCH (a:Decision {id: row.fromId})
MATCH (b:AgendaItem {id: row.toId})
CREATE (a)-[r:TAKEN_AT {id: row.id}]->(b)
SET r = row
