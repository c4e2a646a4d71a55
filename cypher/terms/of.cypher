// The terms of office of bodies and calendars, on whatever day.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ r: HasTerm }[]} terms
UNWIND $ids AS id
CALL (id) {
  MATCH (x:Node {id: id})-[r:HAS_TERM]->(t:Term)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  WITH r ORDER BY r.id
  RETURN collect({r: r{.*}}) AS terms
}
RETURN id, terms
