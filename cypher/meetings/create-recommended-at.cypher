// Adds versions of at which item something was recommended.
// @param {Link[]} rows
UNWIND $rows AS row
MATCH (a:Recommendation {id: row.fromId})
MATCH (b:AgendaItem {id: row.toId})
CREATE (a)-[r:RECOMMENDED_AT {id: row.id}]->(b)
SET r = row
