// What events tell of people, at a time of the record: the people themselves as recorded now, their seats, what these replace and are replaced by, and what they are beside their seats.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ p: Mortal }[]} people
// @row {{ m: Membership }[]} seats
// @row {{ t: Tie }[]} links
// @row {{ s: StandIn }[]} standIns
// @row {{ l: Leave }[]} leaves
// @row {{ a: Affiliation }[]} ties
// @row {string[]} exOfficio
UNWIND $ids AS id
CALL (id) {
  MATCH (p:Person {id: id})
  RETURN collect({p: p{.*}}) AS people
}
CALL (id) {
  MATCH (p:Person {id: id})-[m:MEMBER_OF]->(b:Body)
  WHERE m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  RETURN collect({m: m{.*}}) AS seats
}
CALL (id) {
  MATCH (p:Person {id: id})<-[o:OF]-(c:Appointment)-[t:REPLACES]-(x:Appointment)
  WHERE t.recordedAt <= $knownAt AND t.retractedAt > $knownAt
    AND o.recordedAt <= $knownAt AND o.retractedAt > $knownAt
  RETURN collect({t: t{.*}}) AS links
}
CALL (id) {
  MATCH (p:Person {id: id})<-[o:OF]-(c:Appointment)-[s:STOOD_IN]->(x:Node)
  WHERE s.recordedAt <= $knownAt AND s.retractedAt > $knownAt
    AND o.recordedAt <= $knownAt AND o.retractedAt > $knownAt
  RETURN collect({s: s{.*}}) AS standIns
}
CALL (id) {
  MATCH (p:Person {id: id})<-[o:OF]-(c:Appointment)-[l:ON_LEAVE]->(x:Leave)
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
  MATCH (p:Person {id: id})<-[:OF]-(c:Appointment)
  WHERE c.exOfficio IS NOT NULL
  WITH DISTINCT c.membership AS membership
  RETURN collect(membership) AS exOfficio
}
RETURN id, people, seats, links, standIns, leaves, ties, exOfficio
