// The offices of bodies, of any time.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ x: Office }[]} offices
UNWIND $ids AS id
CALL (id) {
  MATCH (b:Body {id: id})<-[r:OFFICE_OF]-(x:Office)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  WITH x ORDER BY x.id
  RETURN collect({x: x{.*}}) AS offices
}
RETURN id, offices
