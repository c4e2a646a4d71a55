// Adds decisions.
// @param {Decision[]} rows
UNWIND $rows AS row
CREATE (n:Node:Decision {id: row.id})
SET n = row
