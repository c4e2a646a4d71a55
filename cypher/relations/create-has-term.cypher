// Adds versions of terms of office of bodies.
// @param {Relation[]} rows
UNWIND $rows AS row
MATCH (a:Body {id: row.fromId})
MATCH (b:Term {id: row.toId})
CREATE (a)-[r:HAS_TERM {id: row.id}]->(b)
SET r = row
