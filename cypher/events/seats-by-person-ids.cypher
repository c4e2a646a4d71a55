// The memberships of people, whole, at a time of the record.
// @param {string[]} ids
// @param {number} knownAt
// @row {Membership} m
UNWIND $ids AS id
MATCH (p:Person {id: id})-[m:MEMBER_OF]->(b:Body)
WHERE m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
RETURN m{.*} AS m
