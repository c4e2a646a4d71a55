// The seats of people on any day of a period, with the bodies, their parties and their homes: what is always asked together, at once.
// @param {string[]} ids
// @param {string} start
// @param {string} end
// @param {number} knownAt
// @row {string} id
// @row {{ m: Seat; b: Body }[]} seats
// @row {{ a: Belonging; x: Party }[]} parties
// @row {{ a: Belonging }[]} homes
// @row {{ m: Sitting; r: Governing }[]} governed
UNWIND $ids AS id
CALL (id) {
  MATCH (p:Person {id: id})-[m:MEMBER_OF]->(b:Body)
  WHERE m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
    AND m.fromMin < $end AND m.untilMax > $start
  RETURN collect({m: m{.*}, b: b{.*}}) AS seats
}
CALL (id) {
  MATCH (p:Person {id: id})-[a:AFFILIATED_WITH]->(x:Party)
  WHERE a.recordedAt <= $knownAt AND a.retractedAt > $knownAt
    AND a.fromMin < $end AND a.untilMax > $start
  WITH a, x ORDER BY a.id
  RETURN collect({a: a{.*}, x: x{.*}}) AS parties
}
CALL (id) {
  MATCH (p:Person {id: id})-[a:AFFILIATED_WITH]->(x:Municipality)
  WHERE a.recordedAt <= $knownAt AND a.retractedAt > $knownAt
    AND a.fromMin < $end AND a.untilMax > $start
  WITH a ORDER BY a.id
  RETURN collect({a: a{.*}}) AS homes
}
CALL (id) {
  MATCH (p:Person {id: id})-[m:MEMBER_OF]->(b:Body)-[r:GOVERNS]->(x:Municipality)
  WHERE m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
    AND m.fromMin < $end AND m.untilMax > $start
    AND r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
    AND r.fromMin < $end AND r.untilMax > $start
  WITH m, r ORDER BY m.id, r.id
  RETURN collect({m: m{.*}, r: r{.*}}) AS governed
}
RETURN id, seats, parties, homes, governed
