// Earlier versions of people, bodies, places and parties.
// @row {string} id
// @row {string} label
// @row {number} recordedAt
// @row {number} retractedAt
// @row {string} because
MATCH (v:Version)-[:OF]->(n:Node)
WHERE n:Person OR n:Principal
RETURN n.id AS id, CASE WHEN n:Person THEN 'Person' ELSE 'Principal' END AS label, v.recordedAt AS recordedAt, v.retractedAt AS retractedAt, v.because AS because
