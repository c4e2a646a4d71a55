// Adds versions of memberships.
// @param {Membership[]} rows
UNWIND $rows AS row
MATCH (p:Person {id: row.person})
MATCH (b:Body {id: row.body})
CREATE (p)-[m:MEMBER_OF {id: row.id}]->(b)
SET m = row
