// The versions of memberships that say what was learnt or corrected, in [since, until), by time and id, after one of these.
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
MATCH (p:Person)-[m:MEMBER_OF|DECLINED]->(b:Body)
WHERE m.recordedAt >= $since AND m.recordedAt < $until
  AND m.because IN $because
  AND ($person IS NULL OR p.id = $person)
  AND ($bodies IS NULL OR b.id IN $bodies)
  AND (m.recordedAt > $afterAt OR (m.recordedAt = $afterAt AND m.id > $afterId))
WITH m.recordedAt AS at, m.id AS id ORDER BY at, id LIMIT $limit
RETURN at, id
ORDER BY at, id
