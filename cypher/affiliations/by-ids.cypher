// Affiliations by id at a time of the record.
// @param {string[]} ids
// @param {number} knownAt
// @row {Affiliation} a
MATCH (p:Person)-[a:AFFILIATED_WITH]->(x)
WHERE (x:Principal OR x:Person)
  AND a.id IN $ids
  AND a.recordedAt <= $knownAt AND a.retractedAt > $knownAt
RETURN a{.*} AS a
