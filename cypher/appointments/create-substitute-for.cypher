// Adds versions of whose substitute a seat is.
// @param {Tie[]} rows
UNWIND $rows AS row
MATCH (a:Appointment {id: row.fromId})
MATCH (x:Appointment {id: row.toId})
CREATE (a)-[t:SUBSTITUTE_FOR {id: row.id}]->(x)
SET t = row
