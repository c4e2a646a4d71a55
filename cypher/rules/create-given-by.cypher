// Adds versions of which rule gives a seat.
// @param {Link[]} rows
UNWIND $rows AS row
MATCH (a:Appointment {id: row.fromId})
MATCH (b:Rule {id: row.toId})
CREATE (a)-[r:GIVEN_BY {id: row.id}]->(b)
SET r = row
