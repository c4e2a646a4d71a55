// Adds rules by which whoever holds an office has a seat.
// @param {Rule[]} rows
UNWIND $rows AS row
CREATE (n:Node:Rule {id: row.id})
SET n = row
