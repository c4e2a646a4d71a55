// Adds versions of which document a source stands in.
// @param {Link[]} rows
UNWIND $rows AS row
MATCH (a:Source {id: row.fromId})
MATCH (b:Document {id: row.toId})
CREATE (a)-[r:`IN` {id: row.id}]->(b)
SET r = row
