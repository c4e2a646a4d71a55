// How many earlier versions of people there are, of all or of one gender.
// @param {string | null} gender
// @param {number} knownAt
// @row {number} count
MATCH (x:Version)-[:OF]->(n:Person)
WHERE x.recordedAt <= $knownAt AND x.retractedAt > $knownAt
  AND ($gender IS NULL OR x.gender = $gender)
RETURN count(x) AS count
