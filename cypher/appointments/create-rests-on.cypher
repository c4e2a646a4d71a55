// Adds versions of what seats rest on.
// @param {Tie[]} rows
UNWIND $rows AS row
MATCH (a:Appointment {id: row.fromId})
MATCH (x:Node {id: row.toId})
CREATE (a)-[t:RESTS_ON {id: row.id}]->(x)
SET t = row
