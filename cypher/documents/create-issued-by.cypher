// Adds versions of who issued documents.
// @param {Link[]} rows
UNWIND $rows AS row
MATCH (a:Document {id: row.fromId})
MATCH (b:Principal {id: row.toId})
CREATE (a)-[r:ISSUED_BY {id: row.id}]->(b)
SET r = row
