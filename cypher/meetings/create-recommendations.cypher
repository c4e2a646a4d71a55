// Adds recommendations.
// @param {Recommendation[]} rows
UNWIND $rows AS row
CREATE (n:Node:Recommendation {id: row.id})
SET n = row
