// The nodes whose last version says what was learnt or corrected, in [since, until), by time and id, after one of these.
// @param {number} since
// @param {number} until
// @param {string | null} person
// @param {string[] | null} bodies
// @param {string[]} because
// @param {string[]} without
// @param {number} afterAt
// @param {string} afterId
// @param {number} limit
// @row {number} at
// @row {string} id
MATCH (n:Node)
WHERE n.recordedAt >= $since AND n.recordedAt < $until
  AND n.because IN $because
  AND ($person IS NULL OR coalesce(n.person, n.id) = $person)
  AND ($bodies IS NULL OR coalesce(n.body, n.id) IN $bodies)
  AND NOT ANY(label IN labels(n) WHERE label IN $without)
  AND (n.recordedAt > $afterAt OR (n.recordedAt = $afterAt AND n.id > $afterId))
WITH n.recordedAt AS at, n.id AS id ORDER BY at, id LIMIT $limit
RETURN at, id
ORDER BY at, id
