// The people of a party who have a home in a municipality, or sit in its council, and hold a seat, on any day of a period: with
// their seats, the bodies and what these govern, and their ties to parties and homes.
// A limit that nothing reaches keeps Neo4j's planner from looking at the days of ties before it looks at the party: most people are of another.
// @param {string} municipality
// @param {string} party
// @param {string} start
// @param {string} end
// @param {number} knownAt
// @row {Person} p
// @row {{ m: MembershipSummary; b: Body; governs: { r: Governing }[] }[]} seats
// @row {{ a: Belonging }[]} ties
CALL () {
  MATCH (y:Party {id: $party})
  MATCH (x:Municipality {id: $municipality})<-[h:AFFILIATED_WITH]-(p:Person)-[a:AFFILIATED_WITH]->(z:Party)
  WHERE z = y
  WITH p, a, h LIMIT 1000000000
  WHERE a.recordedAt <= $knownAt AND a.retractedAt > $knownAt
    AND a.fromMin < $end AND a.untilMax > $start
    AND h.recordedAt <= $knownAt AND h.retractedAt > $knownAt
    AND h.fromMin < $end AND h.untilMax > $start
  RETURN p
  UNION
  MATCH (x:Municipality {id: $municipality})<-[r:GOVERNS]-(b:Body)<-[m:MEMBER_OF]-(p:Person)-[a:AFFILIATED_WITH]->(y:Party {id: $party})
  WHERE a.recordedAt <= $knownAt AND a.retractedAt > $knownAt
    AND a.fromMin < $end AND a.untilMax > $start
    AND r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
    AND r.fromMin < $end AND r.untilMax > $start
    AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
    AND m.fromMin < $end AND m.untilMax > $start
  RETURN p
}
MATCH (p)-[m:MEMBER_OF]->(b:Body)
WHERE m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  AND m.fromMin < $end AND m.untilMax > $start
CALL (b) {
  MATCH (b)-[r:GOVERNS]->(x:Municipality)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
    AND r.fromMin < $end AND r.untilMax > $start
  RETURN collect({r: r{.*}}) AS governs
}
WITH p, collect({m: m{.*}, b: b{.*}, governs: governs}) AS seats
CALL (p) {
  MATCH (p)-[a:AFFILIATED_WITH]->(x:Principal)
  WHERE a.recordedAt <= $knownAt AND a.retractedAt > $knownAt
    AND a.fromMin < $end AND a.untilMax > $start
  RETURN collect({a: a{.*}}) AS ties
}
RETURN p{.*} AS p, seats, ties
