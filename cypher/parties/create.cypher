// Adds parties.
// @param {Party[]} rows
UNWIND $rows AS row
CREATE (n:Node:Party:Principal {id: row.id})
SET n = row
