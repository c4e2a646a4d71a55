// Adds versions of who appeared at an item.
// @param {Appearance[]} rows
UNWIND $rows AS row
MATCH (a:Person {id: row.fromId})
MATCH (b:AgendaItem {id: row.toId})
CREATE (a)-[r:APPEARED_AT {id: row.id}]->(b)
SET r = row
