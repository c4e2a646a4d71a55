// Of some people those who hold a seat on any day of a period: with their seats, the bodies and what these govern, and their ties
// to parties and homes, or that they are of no party.
// @param {string[]} ids
// @param {string} start
// @param {string} end
// @param {number} knownAt
// @row {Person} p
// @row {{ m: MembershipSummary; b: Body; governs: { r: Governing }[] }[]} seats
// @row {{ a: Belonging }[]} ties
UNWIND $ids AS id
MATCH (p:Person {id: id})-[m:MEMBER_OF]->(b:Body)
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
  MATCH (p)-[a:AFFILIATED_WITH]->(x)
  WHERE (x:Principal OR x:Person)
    AND a.recordedAt <= $knownAt AND a.retractedAt > $knownAt
    AND a.fromMin < $end AND a.untilMax > $start
  RETURN collect({a: a{.*}}) AS ties
}
RETURN p{.*} AS p, seats, ties
