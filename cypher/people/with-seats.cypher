// People with their seats on any day of a period, and the bodies: what is always asked together, at once.
// @param {string[]} ids
// @param {string} start
// @param {string} end
// @param {number} knownAt
// @row {string} id
// @row {Person} p
// @row {{ m: MembershipSummary; b: Body }[]} seats
UNWIND $ids AS id
MATCH (p:Person {id: id})
CALL (p) {
  MATCH (p)-[m:MEMBER_OF]->(b:Body)
  WHERE m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
    AND m.fromMin < $end AND m.untilMax > $start
  RETURN collect({m: m{.*}, b: b{.*}}) AS seats
}
RETURN id, p{.*} AS p, seats
