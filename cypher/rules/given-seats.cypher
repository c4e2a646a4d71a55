// The seats that rules give.
// @param {number} knownAt
// @row {string} rule
// @row {Membership} m
MATCH (r:Rule)<-[t:GIVEN_BY]-(a:Appointment)-[f:OF]->(p:Person)-[m:MEMBER_OF]->(b:Body)
WHERE m.id = a.membership
  AND t.recordedAt <= $knownAt AND t.retractedAt > $knownAt
  AND f.recordedAt <= $knownAt AND f.retractedAt > $knownAt
  AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
RETURN r.id AS rule, m{.*} AS m
