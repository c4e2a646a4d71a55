// How many lived in municipalities, by year, whenever.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ x: Population }[]} population
UNWIND $ids AS id
CALL (id) {
  MATCH (m:Municipality {id: id})-[r:INHABITED]->(x:Population)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  WITH x ORDER BY x.id
  RETURN collect({x: x{.*}}) AS population
}
RETURN id, population
