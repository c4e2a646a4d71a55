// Adds versions of which meeting a document reports.
// @param {Link[]} rows
UNWIND $rows AS row
MATCH (a:Document {id: row.fromId})
MATCH (b:Meeting {id: row.toId})
CREATE (a)-[r:REPORTS {id: row.id}]->(b)
SET r = row
