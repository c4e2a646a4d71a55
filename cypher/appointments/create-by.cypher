// Adds versions of who appointed.
// @param {Tie[]} rows
UNWIND $rows AS row
MATCH (a:Appointment {id: row.fromId})
MATCH (x:Principal {id: row.toId})
CREATE (a)-[t:BY {id: row.id}]->(x)
SET t = row
