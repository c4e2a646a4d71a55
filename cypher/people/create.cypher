// Adds people.
// @param {Person[]} rows
UNWIND $rows AS row
CREATE (n:Node:Person {id: row.id})
SET n = row
