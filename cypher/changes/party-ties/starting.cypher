// Ties of people to parties that are first in force on a day, in the order of their ids, after one of these.
// @param {string} day
// @param {string} after
// @param {number} limit
// @param {number} knownAt
// @row {string} id
// @row {Affiliation} a
MATCH (x:Party)<-[a:AFFILIATED_WITH]-(p:Person)
WHERE a.fromMin = $day AND a.id > $after
  AND a.recordedAt <= $knownAt AND a.retractedAt > $knownAt
  AND a.untilMax > $day
WITH a ORDER BY a.fromMin, a.id LIMIT $limit
RETURN a.id AS id, a{.*} AS a
ORDER BY id
