// Adds names.
// @param {Name[]} rows
UNWIND $rows AS row
CREATE (n:Node:Name {id: row.id})
SET n = row
