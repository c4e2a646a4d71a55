// Bodies with their members on any day of a period, and the people: what is always asked together, at once.
// @param {string[]} ids
// @param {string} start
// @param {string} end
// @param {number} knownAt
// @row {string} id
// @row {Body} b
// @row {{ m: MembershipSummary; p: Person }[]} members
UNWIND $ids AS id
MATCH (b:Body {id: id})
CALL (b) {
  MATCH (b)<-[m:MEMBER_OF]-(p:Person)
  WHERE m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
    AND m.fromMin < $end AND m.untilMax > $start
  RETURN collect({m: m{.*}, p: p{.*}}) AS members
}
RETURN id, b{.*} AS b, members
