// The ties of people that depend on their seats, given by the appointments of these, at a time of the record.
// @param {string[]} ids
// @param {number} knownAt
// @row {Affiliation} a
UNWIND $ids AS id
MATCH (s:Appointment {id: id})-[o:OF]->(p:Person)-[a:AFFILIATED_WITH]->(x:Node)
WHERE s.membership IN a.dependsOn
  AND o.recordedAt <= $knownAt AND o.retractedAt > $knownAt
  AND a.recordedAt <= $knownAt AND a.retractedAt > $knownAt
RETURN a{.*} AS a
