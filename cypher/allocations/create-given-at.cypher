// Adds versions of at which item numbers were given.
// @param {Link[]} rows
UNWIND $rows AS row
MATCH (a:Allocation {id: row.fromId})
MATCH (b:AgendaItem {id: row.toId})
CREATE (a)-[r:GIVEN_AT {id: row.id}]->(b)
SET r = row
