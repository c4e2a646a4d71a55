// Adds versions of who took decisions.
// @param {Link[]} rows
UNWIND $rows AS row
MATCH (a:Decision {id: row.fromId})
MATCH (b:Body {id: row.toId})
CREATE (a)-[r:TAKEN_BY {id: row.id}]->(b)
SET r = row
