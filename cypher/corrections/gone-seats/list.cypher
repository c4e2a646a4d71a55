// The memberships that were retracted, without a version that follows, in [since, until), by time and id, after one of these.
// @param {number} since
// @param {number} until
// @param {string | null} person
// @param {string[] | null} bodies
// @param {number} afterAt
// @param {string} afterId
// @param {number} limit
// @row {number} at
// @row {string} id
MATCH (p:Person)-[m:MEMBER_OF|DECLINED]->(b:Body)
WHERE m.retractedAt >= $since AND m.retractedAt < $until
  AND ($person IS NULL OR p.id = $person)
  AND ($bodies IS NULL OR b.id IN $bodies)
  AND NOT EXISTS {
    MATCH (p)-[n:MEMBER_OF|DECLINED]->(b)
    WHERE n.id = m.id AND n.recordedAt = m.retractedAt
  }
  AND NOT EXISTS {
    MATCH (b)<-[n:MEMBER_OF|DECLINED]-(q:Person)
    WHERE n.id = m.id AND n.recordedAt = m.retractedAt
  }
  AND (m.retractedAt > $afterAt OR (m.retractedAt = $afterAt AND m.id > $afterId))
WITH m.retractedAt AS at, m.id AS id ORDER BY at, id LIMIT $limit
RETURN at, id
ORDER BY at, id
