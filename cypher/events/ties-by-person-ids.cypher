// The ties of people to parties and municipalities, or to none, whole, at a time of the record.
// @param {string[]} ids
// @param {number} knownAt
// @row {Affiliation} a
UNWIND $ids AS id
MATCH (p:Person {id: id})-[a:AFFILIATED_WITH]->(x:Node)
WHERE a.recordedAt <= $knownAt AND a.retractedAt > $knownAt
RETURN a{.*} AS a
