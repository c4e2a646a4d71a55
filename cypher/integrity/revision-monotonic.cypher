// What was recorded or retracted after the newest revision, or retracted before it was recorded.
// @param {string[]} ids
// @param {number} knownAt
// @param {number} never
// @row {string} id
// @row {string[]} nodes
// @row {string[]} edges
UNWIND $ids AS id
CALL (id) {
  MATCH (v:Revision {id: 'revision'})
  MATCH (n:Node {id: id})
  WHERE n.recordedAt <= $knownAt
    AND (n.recordedAt > v.at OR (n.retractedAt <> $never AND n.retractedAt > v.at) OR n.retractedAt <= n.recordedAt)
  RETURN collect(n.id) AS nodes
}
CALL (id) {
  MATCH (v:Revision {id: 'revision'})
  MATCH (n:Node {id: id})-[r]->(o:Node)
  WHERE r.recordedAt <= $knownAt
    AND (r.recordedAt > v.at OR (r.retractedAt <> $never AND r.retractedAt > v.at) OR r.retractedAt <= r.recordedAt)
  WITH r ORDER BY r.id
  RETURN collect(r.id) AS edges
}
RETURN id, nodes, edges
