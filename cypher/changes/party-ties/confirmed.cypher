// Ties of people to parties that become certain on a day and were possible, in the order of their ids, after one of these.
// @param {string} day
// @param {string} after
// @param {number} limit
// @param {number} knownAt
// @row {string} id
// @row {Affiliation} a
MATCH (x:Party)<-[a:AFFILIATED_WITH]-(p:Person)
WHERE a.fromMax = $day AND a.id > $after
  AND a.recordedAt <= $knownAt AND a.retractedAt > $knownAt
  AND a.fromMin < $day AND a.untilMin > $day
WITH a ORDER BY a.fromMax, a.id LIMIT $limit
RETURN a.id AS id, a{.*} AS a
ORDER BY id
