// Ties of people to parties that are first no longer in force on a day, in the order of their ids, after one of these.
// @param {string} day
// @param {string} after
// @param {number} limit
// @param {number} knownAt
// @row {string} id
// @row {Affiliation} a
MATCH (x:Party)<-[a:AFFILIATED_WITH]-(p:Person)
WHERE a.untilMax = $day AND a.id > $after
  AND a.recordedAt <= $knownAt AND a.retractedAt > $knownAt
  AND a.fromMin < $day
WITH a ORDER BY a.untilMax, a.id LIMIT $limit
RETURN a.id AS id, a{.*} AS a
ORDER BY id
