// Adds versions of which statements contradict each other.
// @param {Link[]} rows
UNWIND $rows AS row
MATCH (a:Statement {id: row.fromId})
MATCH (b:Statement {id: row.toId})
CREATE (a)-[r:CONFLICTS_WITH {id: row.id}]->(b)
SET r = row
