// Adds versions of who nominated.
// @param {Tie[]} rows
UNWIND $rows AS row
MATCH (a:Appointment {id: row.fromId})
MATCH (x:Principal {id: row.toId})
CREATE (a)-[t:NOMINATED_BY {id: row.id}]->(x)
SET t = row
