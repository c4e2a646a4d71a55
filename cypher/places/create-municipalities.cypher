// Adds municipalities.
// @param {Place[]} rows
UNWIND $rows AS row
CREATE (n:Node:Municipality:Principal {id: row.id})
SET n = row
