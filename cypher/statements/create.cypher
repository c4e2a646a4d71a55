// Adds statements.
// @param {StoredStatement[]} rows
UNWIND $rows AS row
CREATE (n:Node:Statement {id: row.id})
SET n = row
