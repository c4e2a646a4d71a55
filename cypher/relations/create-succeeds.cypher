// Adds versions of which bodies succeed which.
// @param {Relation[]} rows
UNWIND $rows AS row
MATCH (a:Body {id: row.fromId})
MATCH (b:Body {id: row.toId})
CREATE (a)-[r:SUCCEEDS {id: row.id}]->(b)
SET r = row
