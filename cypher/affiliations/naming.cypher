// The affiliations that name any of some passages, at a time of the record.
// @param {string[]} sources
// @param {number} knownAt
// @row {Affiliation} a
MATCH (p:Person)-[a:AFFILIATED_WITH]->(x)
WHERE (x:Principal OR x:Person)
  AND ANY(passage IN a.sources WHERE passage IN $sources)
  AND a.recordedAt <= $knownAt AND a.retractedAt > $knownAt
RETURN a{.*} AS a
