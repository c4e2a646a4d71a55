// The memberships that name any of some passages, at a time of the record.
// @param {string[]} sources
// @param {number} knownAt
// @row {Membership} m
MATCH (p:Person)-[m:MEMBER_OF]->(b:Body)
WHERE ANY(passage IN m.sources WHERE passage IN $sources)
  AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
RETURN m{.*} AS m
