// Adds versions of which regions municipalities lie in.
// @param {Relation[]} rows
UNWIND $rows AS row
MATCH (a:Municipality {id: row.fromId})
MATCH (b:Region {id: row.toId})
CREATE (a)-[r:LIES_IN {id: row.id}]->(b)
SET r = row
