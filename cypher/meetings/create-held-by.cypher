// Adds versions of whose meeting it is.
// @param {Link[]} rows
UNWIND $rows AS row
MATCH (a:Meeting {id: row.fromId})
MATCH (b:Body {id: row.toId})
CREATE (a)-[r:HELD_BY {id: row.id}]->(b)
SET r = row
