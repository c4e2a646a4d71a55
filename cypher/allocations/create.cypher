// Adds allocations.
// @param {Allocation[]} rows
UNWIND $rows AS row
CREATE (n:Node:Allocation {id: row.id})
SET n = row
