// Who holds any of some roles, in any body, on any day of a period.
// @param {string[]} roles
// @param {string} start
// @param {string} end
// @param {number} knownAt
// @row {Membership} m
MATCH (p:Person)-[m:MEMBER_OF]->(b:Body)
WHERE m.role IN $roles
  AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  AND m.fromMin < $end AND m.untilMax > $start
RETURN m{.*} AS m
