// Who sits in the councils of municipalities on any day of a period.
// @param {string[]} ids
// @param {string} start
// @param {string} end
// @param {number} knownAt
// @row {string} id
// @row {{ m: Sitting; r: Governing; p: Person }[]} councillors
UNWIND $ids AS id
CALL (id) {
  MATCH (x:Municipality {id: id})<-[r:GOVERNS]-(b:Body)<-[m:MEMBER_OF]-(p:Person)
  WHERE m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
    AND m.fromMin < $end AND m.untilMax > $start
    AND r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
    AND r.fromMin < $end AND r.untilMax > $start
  WITH m, r, p ORDER BY m.id, r.id
  RETURN collect({m: m{.*}, r: r{.*}, p: p{.*}}) AS councillors
}
RETURN id, councillors
