// The dates of the documents that sources lie in, where these are printed.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {string} document
// @row {string} date
UNWIND $ids AS id
MATCH (s:Source {id: id})-[r:`IN`]->(d:Document)
WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  AND d.date IS NOT NULL
RETURN id, d.id AS document, d.date AS date
