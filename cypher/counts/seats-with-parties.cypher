// The same with the parties of those who hold the seats.
// @param {string[]} ids
// @param {string} start
// @param {string} end
// @param {number} knownAt
// @row {string} id
// @row {SeatRules} b
// @row {{ m: Sitting; parties: { a: Belonging }[] }[]} seats
UNWIND $ids AS id
MATCH (b:Body {id: id})
CALL (b) {
  MATCH (b)<-[m:MEMBER_OF]-(p:Person)
  WHERE m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
    AND m.fromMin < $end AND m.untilMax > $start
  CALL (p) {
    MATCH (p)-[a:AFFILIATED_WITH]->(x:Party)
    WHERE a.recordedAt <= $knownAt AND a.retractedAt > $knownAt
      AND a.fromMin < $end AND a.untilMax > $start
    RETURN collect({a: a{.*}}) AS parties
  }
  RETURN collect({m: m{.*}, parties: parties}) AS seats
}
RETURN id, b{.*} AS b, seats
