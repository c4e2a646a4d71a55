// The people, bodies, places and parties, as recorded now.
// @row {string} id
// @row {string} label
// @row {number} recordedAt
// @row {number} retractedAt
// @row {string} because
MATCH (n:Node)
WHERE n:Person OR n:Principal
RETURN n.id AS id, CASE WHEN n:Person THEN 'Person' ELSE 'Principal' END AS label, n.recordedAt AS recordedAt, n.retractedAt AS retractedAt, n.because AS because
