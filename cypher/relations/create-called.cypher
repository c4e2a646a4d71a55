// Adds versions of what things are called.
// @param {Relation[]} rows
UNWIND $rows AS row
MATCH (a:Node {id: row.fromId})
MATCH (b:Name {id: row.toId})
CREATE (a)-[r:CALLED {id: row.id}]->(b)
SET r = row
