// The seats that rules give in bodies.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} rule
// @row {Membership} m
UNWIND $ids AS id
MATCH (b:Body {id: id})<-[m:MEMBER_OF]-(p:Person)
WHERE m.recordedAt <= $knownAt AND m.retractedAt > $knownAt AND m.id STARTS WITH 'rule:'
MATCH (a:Appointment {id: 'appointment:' + m.id})-[t:DERIVED_BY]->(r:Rule)
WHERE t.recordedAt <= $knownAt AND t.retractedAt > $knownAt
RETURN r.id AS rule, m{.*} AS m
