// What bodies cover, with when that exists.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ r: DatedTie; place: Lasting }[]} covers
UNWIND $ids AS id
CALL (id) {
  MATCH (b:Body {id: id})-[r:COVERS]->(place:Municipality)
  WHERE (place.fromMin IS NOT NULL OR place.recordedAt > $knownAt)
    AND r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  WITH r, place ORDER BY r.id
  RETURN collect({r: r{.*}, place: place{.*}}) AS covers
}
RETURN id, covers
