// The nodes that were retracted, in [since, until), by time and id, after one of these.
// @param {number} since
// @param {number} until
// @param {string | null} person
// @param {string[] | null} bodies
// @param {string[]} without
// @param {number} afterAt
// @param {string} afterId
// @param {number} limit
// @row {number} at
// @row {string} id
MATCH (n:Node)
WHERE n.retractedAt >= $since AND n.retractedAt < $until
  AND ($person IS NULL OR coalesce(n.person, n.id) = $person)
  AND ($bodies IS NULL OR coalesce(n.body, n.id) IN $bodies)
  AND NOT ANY(label IN labels(n) WHERE label IN $without)
  AND (n.retractedAt > $afterAt OR (n.retractedAt = $afterAt AND n.id > $afterId))
WITH n.retractedAt AS at, n.id AS id ORDER BY at, id LIMIT $limit
RETURN at, id
ORDER BY at, id
