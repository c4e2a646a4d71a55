// The same with what the body governs, the home municipalities of those who hold the seats, and what other bodies govern in which they sit.
// @param {string[]} ids
// @param {string} start
// @param {string} end
// @param {number} knownAt
// @row {string} id
// @row {SeatRules} b
// @row {{ r: Governing }[]} governs
// @row {{ m: Sitting; homes: { a: Belonging }[]; elsewhere: { c: Sitting; r: Governing }[] }[]} seats
UNWIND $ids AS id
MATCH (b:Body {id: id})
CALL (b) {
  MATCH (b)-[r:GOVERNS]->(x:Municipality)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
    AND r.fromMin < $end AND r.untilMax > $start
  RETURN collect({r: r{.*}}) AS governs
}
CALL (b) {
  MATCH (b)<-[m:MEMBER_OF]-(p:Person)
  WHERE m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
    AND m.fromMin < $end AND m.untilMax > $start
  CALL (p) {
    MATCH (p)-[a:AFFILIATED_WITH]->(x:Municipality)
    WHERE a.recordedAt <= $knownAt AND a.retractedAt > $knownAt
      AND a.fromMin < $end AND a.untilMax > $start
    RETURN collect({a: a{.*}}) AS homes
  }
  CALL (p, b) {
    MATCH (p)-[c:MEMBER_OF]->(o:Body)-[r:GOVERNS]->(x:Municipality)
    WHERE o.id <> b.id
      AND c.recordedAt <= $knownAt AND c.retractedAt > $knownAt
      AND c.fromMin < $end AND c.untilMax > $start
      AND r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
      AND r.fromMin < $end AND r.untilMax > $start
    RETURN collect({c: c{.*}, r: r{.*}}) AS elsewhere
  }
  RETURN collect({m: m{.*}, homes: homes, elsewhere: elsewhere}) AS seats
}
RETURN id, b{.*} AS b, governs, seats
