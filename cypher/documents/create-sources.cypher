// Adds sources.
// @param {Source[]} rows
UNWIND $rows AS row
CREATE (n:Node:Source {id: row.id})
SET n = row
