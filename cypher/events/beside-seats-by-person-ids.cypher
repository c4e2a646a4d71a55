// What people are beside their seats, at a time of the record: when they stood in for others and were on leave, their ties to parties and
// municipalities, or to none; and which memberships they hold by virtue of an office, as recorded now.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ s: StandIn }[]} standIns
// @row {{ l: Leave }[]} leaves
// @row {{ a: Affiliation }[]} ties
// @row {string[]} exOfficio
UNWIND $ids AS id
CALL (id) {
  MATCH (p:Person {id: id})<-[o:OF]-(a:Appointment)-[s:STOOD_IN]->(x:Node)
  WHERE s.recordedAt <= $knownAt AND s.retractedAt > $knownAt
    AND o.recordedAt <= $knownAt AND o.retractedAt > $knownAt
  RETURN collect({s: s{.*}}) AS standIns
}
CALL (id) {
  MATCH (p:Person {id: id})<-[o:OF]-(a:Appointment)-[l:ON_LEAVE]->(x:Leave)
  WHERE l.recordedAt <= $knownAt AND l.retractedAt > $knownAt
    AND o.recordedAt <= $knownAt AND o.retractedAt > $knownAt
  RETURN collect({l: l{.*}}) AS leaves
}
CALL (id) {
  MATCH (p:Person {id: id})-[a:AFFILIATED_WITH]->(x:Node)
  WHERE a.recordedAt <= $knownAt AND a.retractedAt > $knownAt
  RETURN collect({a: a{.*}}) AS ties
}
CALL (id) {
  MATCH (p:Person {id: id})<-[:OF]-(a:Appointment)
  WHERE a.exOfficio IS NOT NULL
  WITH DISTINCT a.membership AS membership
  RETURN collect(membership) AS exOfficio
}
RETURN id, standIns, leaves, ties, exOfficio
