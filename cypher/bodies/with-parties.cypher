// Bodies with their members on any day of a period, the people, and to which parties these belong, or that to none: what is always asked together, at once.
// @param {string[]} ids
// @param {string} start
// @param {string} end
// @param {number} knownAt
// @row {string} id
// @row {Body} b
// @row {{ m: MembershipSummary; p: Person; parties: { a: Belonging; x: Party | Person }[] }[]} members
UNWIND $ids AS id
MATCH (b:Body {id: id})
CALL (b) {
  MATCH (b)<-[m:MEMBER_OF]-(p:Person)
  WHERE m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
    AND m.fromMin < $end AND m.untilMax > $start
  CALL (p) {
    MATCH (p)-[a:AFFILIATED_WITH]->(x)
    WHERE (x:Party OR x:Person)
      AND a.recordedAt <= $knownAt AND a.retractedAt > $knownAt
      AND a.fromMin < $end AND a.untilMax > $start
    RETURN collect({a: a{.*}, x: x{.*}}) AS parties
  }
  RETURN collect({m: m{.*}, p: p{.*}, parties: parties}) AS members
}
RETURN id, b{.*} AS b, members
