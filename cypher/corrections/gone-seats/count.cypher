// How many there are in [since, until) of the memberships that were retracted, without a version that follows.
// @param {number} since
// @param {number} until
// @param {string | null} person
// @param {string[] | null} bodies
// @row {number} count
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
RETURN count(m) AS count
