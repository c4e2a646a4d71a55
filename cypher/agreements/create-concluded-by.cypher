// Adds versions of who concluded agreements.
// @param {Link[]} rows
UNWIND $rows AS row
MATCH (a:Agreement {id: row.fromId})
MATCH (b:Principal {id: row.toId})
CREATE (a)-[r:CONCLUDED_BY {id: row.id}]->(b)
SET r = row
