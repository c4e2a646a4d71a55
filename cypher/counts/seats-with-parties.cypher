// The same with the ties to parties of those who hold the seats, and what says that they are of none, on any day.
// @param {string[]} ids
// @param {string} start
// @param {string} end
// @param {number} knownAt
// @ever {Belonging} a
// @row {string} id
// @row {SeatRules} b
// @row {{ m: Sitting; ties: { a: Belonging }[] }[]} seats
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
    RETURN collect({a: a{.*}}) AS ties
  }
  RETURN collect({m: m{.*}, ties: ties}) AS seats
}
RETURN id, b{.*} AS b, seats
