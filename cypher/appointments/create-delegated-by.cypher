// Adds versions of who passed the right to appoint on.
// @param {Tie[]} rows
UNWIND $rows AS row
MATCH (a:Appointment {id: row.fromId})
MATCH (x:Principal {id: row.toId})
CREATE (a)-[t:DELEGATED_BY {id: row.id}]->(x)
SET t = row
