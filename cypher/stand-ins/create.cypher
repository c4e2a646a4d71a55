// Adds versions of when substitutes stood in.
// @param {StandIn[]} rows
UNWIND $rows AS row
MATCH (a:Appointment {id: row.fromId})
MATCH (x:Appointment {id: row.toId})
CREATE (a)-[s:STOOD_IN {id: row.id}]->(x)
SET s = row
