// Adds versions of which seat a seat replaces.
// @param {Tie[]} rows
UNWIND $rows AS row
MATCH (a:Appointment {id: row.fromId})
MATCH (x:Appointment {id: row.toId})
CREATE (a)-[t:REPLACES {id: row.id}]->(x)
SET t = row
