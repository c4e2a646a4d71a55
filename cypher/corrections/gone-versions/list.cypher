// The nodes that were retracted and came back later, in [since, until), by time and id, after one of these.
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
MATCH (v:Version)-[:OF]->(n:Node)
WHERE v.retractedAt >= $since AND v.retractedAt < $until
  AND ($person IS NULL OR coalesce(v.person, v.id) = $person)
  AND ($bodies IS NULL OR coalesce(v.body, v.id) IN $bodies)
  AND NOT ANY(label IN labels(n) WHERE label IN $without)
  AND n.recordedAt <> v.retractedAt
  AND NOT EXISTS {
    MATCH (n)<-[:OF]-(w:Version)
    WHERE w.recordedAt = v.retractedAt
  }
  AND (v.retractedAt > $afterAt OR (v.retractedAt = $afterAt AND v.id > $afterId))
WITH v.retractedAt AS at, v.id AS id ORDER BY at, id LIMIT $limit
RETURN at, id
ORDER BY at, id
