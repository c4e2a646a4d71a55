// Adds regions.
// @param {Place[]} rows
UNWIND $rows AS row
CREATE (n:Node:Region:Principal {id: row.id})
SET n = row
