// The earlier versions of nodes that say what was learnt or corrected, in [since, until), by time and id, after one of these.
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
MATCH (v:Version)-[:OF]->(n:Node)
WHERE v.recordedAt >= $since AND v.recordedAt < $until
  AND v.because IN $because
  AND ($person IS NULL OR coalesce(v.person, v.id) = $person)
  AND ($bodies IS NULL OR coalesce(v.body, v.id) IN $bodies)
  AND NOT ANY(label IN labels(n) WHERE label IN $without)
  AND (v.recordedAt > $afterAt OR (v.recordedAt = $afterAt AND v.id > $afterId))
WITH v.recordedAt AS at, v.id AS id ORDER BY at, id LIMIT $limit
RETURN at, id
ORDER BY at, id
