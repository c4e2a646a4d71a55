// Adds versions of affiliations.
// @param {Affiliation[]} rows
UNWIND $rows AS row
MATCH (p:Person {id: row.person})
MATCH (x:Principal {id: row.principal})
CREATE (p)-[a:AFFILIATED_WITH {id: row.id}]->(x)
SET a = row
