// What was recorded or retracted after the newest revision, or retracted before it was recorded.
// @param {string[]} ids
// @param {number} knownAt
// @param {number} never
// @row {string} id
// @row {string[]} nodes
// @row {string[]} edges
MATCH (v:Revision {id: 'revision'})
WITH v.at AS at
UNWIND $ids AS id
CALL (id, at) {
  MATCH (n:Node {id: id})
  WHERE n.recordedAt <= $knownAt
    AND (n.recordedAt > at OR (n.retractedAt <> $never AND n.retractedAt > at) OR n.retractedAt <= n.recordedAt)
  RETURN collect(n.id) AS nodes
}
CALL (id, at) {
  MATCH (n:Node {id: id})-[r]->(o:Node)
  WHERE r.recordedAt <= $knownAt
    AND (r.recordedAt > at OR (r.retractedAt <> $never AND r.retractedAt > at) OR r.retractedAt <= r.recordedAt)
  WITH r ORDER BY r.id
  RETURN collect(r.id) AS edges
}
RETURN id, nodes, edges
