// Bodies with their members on any day of a period, the people, and all seats of these: what is always asked together, at once.
// @param {string[]} ids
// @param {string} start
// @param {string} end
// @param {number} knownAt
// @row {string} id
// @row {Body} b
// @row {{ m: Seat; p: Person }[]} members
// @row {{ m: Seat; b: Body }[]} seats
UNWIND $ids AS id
MATCH (b:Body {id: id})
CALL (id) {
  MATCH (x:Body {id: id})<-[m:MEMBER_OF]-(p:Person)
  WHERE m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
    AND m.fromMin < $end AND m.untilMax > $start
  RETURN collect({m: m{.*}, p: p{.*}}) AS members
}
CALL (id) {
  MATCH (x:Body {id: id})<-[o:MEMBER_OF]-(p:Person)
  WHERE o.recordedAt <= $knownAt AND o.retractedAt > $knownAt
    AND o.fromMin < $end AND o.untilMax > $start
  WITH DISTINCT p
  MATCH (p)-[m:MEMBER_OF]->(b:Body)
  WHERE m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
    AND m.fromMin < $end AND m.untilMax > $start
  RETURN collect({m: m{.*}, b: b{.*}}) AS seats
}
RETURN id, b{.*} AS b, members, seats
