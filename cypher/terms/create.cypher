// Adds terms of office.
// @param {Term[]} rows
UNWIND $rows AS row
CREATE (n:Node:Term {id: row.id})
SET n = row
