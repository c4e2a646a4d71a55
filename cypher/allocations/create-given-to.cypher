// Adds versions of to whom numbers are given.
// @param {Link[]} rows
UNWIND $rows AS row
MATCH (a:Allocation {id: row.fromId})
MATCH (b:Municipality {id: row.toId})
CREATE (a)-[r:GIVEN_TO {id: row.id}]->(b)
SET r = row
