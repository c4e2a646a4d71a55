// The municipalities in whose councils people sit on any day of a period, without what was printed of it.
// @param {string[]} ids
// @param {string} start
// @param {string} end
// @param {number} knownAt
// @row {string} id
// @row {{ m: Sitting; r: Governing; x: Place }[]} homes
UNWIND $ids AS id
CALL (id) {
  MATCH (p:Person {id: id})-[m:MEMBER_OF]->(b:Body)-[r:GOVERNS]->(x:Municipality)
  WHERE m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
    AND m.fromMin < $end AND m.untilMax > $start
    AND r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
    AND r.fromMin < $end AND r.untilMax > $start
  WITH m, r, x ORDER BY m.id, r.id
  RETURN collect({m: m{.*}, r: r{.*}, x: x{.*}}) AS homes
}
RETURN id, homes
