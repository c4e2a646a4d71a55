// Adds documents.
// @param {StoredDocument[]} rows
UNWIND $rows AS row
CREATE (n:Node:Document {id: row.id})
SET n = row
