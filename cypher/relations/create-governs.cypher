// Adds versions of which places councils govern.
// @param {Relation[]} rows
UNWIND $rows AS row
MATCH (a:Body {id: row.fromId})
MATCH (b:Principal {id: row.toId})
CREATE (a)-[r:GOVERNS {id: row.id}]->(b)
SET r = row
