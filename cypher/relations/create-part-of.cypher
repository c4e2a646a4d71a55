// Adds versions of which bodies are part of which.
// @param {Relation[]} rows
UNWIND $rows AS row
MATCH (a:Body {id: row.fromId})
MATCH (b:Body {id: row.toId})
CREATE (a)-[r:PART_OF {id: row.id}]->(b)
SET r = row
