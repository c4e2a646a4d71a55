// When ties of people were first recorded, at a time of the record.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {number} at
UNWIND $ids AS id
MATCH (p:Person {id: id})-[a:AFFILIATED_WITH]->(x:Node)
WHERE a.recordedAt <= $knownAt
RETURN a.id AS id, min(a.recordedAt) AS at
