// The rights to fill seats of bodies.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ r: Allotment }[]} allotments
UNWIND $ids AS id
CALL (id) {
  MATCH (b:Body {id: id})<-[r:HAS_SEATS]-(x:Principal)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  WITH r ORDER BY r.id
  RETURN collect({r: r{.*}}) AS allotments
}
RETURN id, allotments
