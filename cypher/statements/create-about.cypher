// Adds versions of what statements are about.
// @param {Link[]} rows
UNWIND $rows AS row
MATCH (a:Statement {id: row.fromId})
MATCH (b:Node {id: row.toId})
CREATE (a)-[r:ABOUT {id: row.id}]->(b)
SET r = row
