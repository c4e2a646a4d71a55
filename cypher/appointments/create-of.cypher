// Adds versions of whose appointment it is.
// @param {Link[]} rows
UNWIND $rows AS row
MATCH (a:Appointment {id: row.fromId})
MATCH (b:Person {id: row.toId})
CREATE (a)-[r:OF {id: row.id}]->(b)
SET r = row
