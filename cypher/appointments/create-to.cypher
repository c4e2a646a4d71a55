// Adds versions of which body an appointment is to.
// @param {Link[]} rows
UNWIND $rows AS row
MATCH (a:Appointment {id: row.fromId})
MATCH (b:Body {id: row.toId})
CREATE (a)-[r:TO {id: row.id}]->(b)
SET r = row
