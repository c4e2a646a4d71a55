// Adds versions of whose members documents list.
// @param {Link[]} rows
UNWIND $rows AS row
MATCH (a:Document {id: row.fromId})
MATCH (b:Body {id: row.toId})
CREATE (a)-[r:LISTS {id: row.id}]->(b)
SET r = row
