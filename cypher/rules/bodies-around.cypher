// The bodies that cover municipalities around a council or place: those it governs, those in the regions it governs, those that lie in it, and itself.
// @param {string[]} ids
// @param {number} knownAt
// @row {string[]} governed
// @row {string[]} inRegions
// @row {string[]} inRegion
// @row {string[]} covering
UNWIND $ids AS touched
CALL (touched) {
  MATCH (k:Body {id: touched})-[g:GOVERNS]->(x:Municipality)<-[c:COVERS]-(b:Body)
  WHERE g.recordedAt <= $knownAt AND g.retractedAt > $knownAt AND c.recordedAt <= $knownAt AND c.retractedAt > $knownAt
  RETURN collect(DISTINCT b.id) AS governed
}
CALL (touched) {
  MATCH (k:Body {id: touched})-[g:GOVERNS]->(y:Region)<-[l:LIES_IN]-(x:Municipality)<-[c:COVERS]-(b:Body)
  WHERE g.recordedAt <= $knownAt AND g.retractedAt > $knownAt AND l.recordedAt <= $knownAt AND l.retractedAt > $knownAt
    AND c.recordedAt <= $knownAt AND c.retractedAt > $knownAt
  RETURN collect(DISTINCT b.id) AS inRegions
}
CALL (touched) {
  MATCH (y:Region {id: touched})<-[l:LIES_IN]-(x:Municipality)<-[c:COVERS]-(b:Body)
  WHERE l.recordedAt <= $knownAt AND l.retractedAt > $knownAt AND c.recordedAt <= $knownAt AND c.retractedAt > $knownAt
  RETURN collect(DISTINCT b.id) AS inRegion
}
CALL (touched) {
  MATCH (x:Municipality {id: touched})<-[c:COVERS]-(b:Body)
  WHERE c.recordedAt <= $knownAt AND c.retractedAt > $knownAt
  RETURN collect(DISTINCT b.id) AS covering
}
RETURN governed, inRegions, inRegion, covering
