// What bodies govern, and of those who hold seats in them on any day of a period the homes, and what other bodies govern in which they sit.
// @param {string[]} ids
// @param {string} start
// @param {string} end
// @param {number} knownAt
// @row {string} id
// @row {{ r: Governing; x: Place }[]} governs
// @row {{ a: Belonging; x: Place }[]} homes
// @row {{ c: Sitting; r: Governing; x: Place }[]} elsewhere
UNWIND $ids AS id
MATCH (b:Body {id: id})
CALL (b) {
  MATCH (b)-[r:GOVERNS]->(x:Municipality)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
    AND r.fromMin < $end AND r.untilMax > $start
  RETURN collect({r: r{.*}, x: x{.*}}) AS governs
}
CALL (b) {
  MATCH (b)<-[m:MEMBER_OF]-(p:Person)-[a:AFFILIATED_WITH]->(x:Municipality)
  WHERE m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
    AND m.fromMin < $end AND m.untilMax > $start
    AND a.recordedAt <= $knownAt AND a.retractedAt > $knownAt
    AND a.fromMin < $end AND a.untilMax > $start
  WITH DISTINCT a, x
  RETURN collect({a: a{.*}, x: x{.*}}) AS homes
}
CALL (b) {
  MATCH (b)<-[m:MEMBER_OF]-(p:Person)-[c:MEMBER_OF]->(o:Body)-[r:GOVERNS]->(x:Municipality)
  WHERE o.id <> b.id
    AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
    AND m.fromMin < $end AND m.untilMax > $start
    AND c.recordedAt <= $knownAt AND c.retractedAt > $knownAt
    AND c.fromMin < $end AND c.untilMax > $start
    AND r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
    AND r.fromMin < $end AND r.untilMax > $start
  WITH DISTINCT c, r, x
  RETURN collect({c: c{.*}, r: r{.*}, x: x{.*}}) AS elsewhere
}
RETURN id, governs, homes, elsewhere
