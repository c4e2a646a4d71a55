// Adds agreements.
// @param {StoredAgreement[]} rows
UNWIND $rows AS row
CREATE (n:Node:Agreement {id: row.id})
SET n = row
