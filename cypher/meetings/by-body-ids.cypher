// The meetings of bodies.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ x: Meeting }[]} meetings
UNWIND $ids AS id
CALL (id) {
  MATCH (b:Body {id: id})<-[r:HELD_BY]-(x:Meeting)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  WITH x ORDER BY x.id
  RETURN collect({x: x{.*}}) AS meetings
}
RETURN id, meetings
