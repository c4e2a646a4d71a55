// Adds versions of where appointments were decided.
// @param {Tie[]} rows
UNWIND $rows AS row
MATCH (a:Appointment {id: row.fromId})
MATCH (x:Node {id: row.toId})
CREATE (a)-[t:DECIDED_AT {id: row.id}]->(x)
SET t = row
