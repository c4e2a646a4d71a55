// Adds decisions.
// @param {StoredDecision[]} rows
UNWIND $rows AS row
CREATE (n:Node:Decision {id: row.id})
SET n = row
