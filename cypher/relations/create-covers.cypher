// Adds versions of which municipalities bodies cover.
// @param {Relation[]} rows
UNWIND $rows AS row
MATCH (a:Body {id: row.fromId})
MATCH (b:Municipality {id: row.toId})
CREATE (a)-[r:COVERS {id: row.id}]->(b)
SET r = row
