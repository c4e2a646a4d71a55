// The versions of affiliations that say what was learnt or corrected, in [since, until), by time and id, after one of these.
// @param {number} since
// @param {number} until
// @param {string | null} person
// @param {string[] | null} bodies
// @param {string[]} because
// @param {number} afterAt
// @param {string} afterId
// @param {number} limit
// @row {number} at
// @row {string} id
MATCH (p:Person)-[a:AFFILIATED_WITH]->(x:Node)
WHERE a.recordedAt >= $since AND a.recordedAt < $until
  AND a.because IN $because
  AND ($person IS NULL OR p.id = $person)
  AND ($bodies IS NULL OR a.id IN $bodies)
  AND (a.recordedAt > $afterAt OR (a.recordedAt = $afterAt AND a.id > $afterId))
WITH a.recordedAt AS at, a.id AS id ORDER BY at, id LIMIT $limit
RETURN at, id
ORDER BY at, id
