// The affiliations that were retracted, without a version that follows, in [since, until), by time and id, after one of these.
// @param {number} since
// @param {number} until
// @param {string | null} person
// @param {string[] | null} bodies
// @param {number} afterAt
// @param {string} afterId
// @param {number} limit
// @row {number} at
// @row {string} id
MATCH (p:Person)-[a:AFFILIATED_WITH]->(x:Node)
WHERE a.retractedAt >= $since AND a.retractedAt < $until
  AND ($person IS NULL OR p.id = $person)
  AND ($bodies IS NULL OR a.id IN $bodies)
  AND NOT EXISTS {
    MATCH (p)-[n:AFFILIATED_WITH]->(y:Node)
    WHERE n.id = a.id AND n.recordedAt = a.retractedAt
  }
  AND NOT EXISTS {
    MATCH (x)<-[n:AFFILIATED_WITH]-(q:Person)
    WHERE n.id = a.id AND n.recordedAt = a.retractedAt
  }
  AND (a.retractedAt > $afterAt OR (a.retractedAt = $afterAt AND a.id > $afterId))
WITH a.retractedAt AS at, a.id AS id ORDER BY at, id LIMIT $limit
RETURN at, id
ORDER BY at, id
