// Adds documents.
// @param {Document[]} rows
UNWIND $rows AS row
CREATE (n:Node:Document {id: row.id})
SET n = row
