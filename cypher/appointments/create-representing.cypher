// Adds versions of who is represented.
// @param {Tie[]} rows
UNWIND $rows AS row
MATCH (a:Appointment {id: row.fromId})
MATCH (x:Principal {id: row.toId})
CREATE (a)-[t:REPRESENTING {id: row.id}]->(x)
SET t = row
