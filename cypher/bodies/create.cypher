// Adds bodies.
// @param {Body[]} rows
UNWIND $rows AS row
CREATE (n:Node:Body:Principal {id: row.id})
SET n = row
