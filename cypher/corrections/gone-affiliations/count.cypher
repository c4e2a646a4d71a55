// How many there are in [since, until) of the affiliations that were retracted, without a version that follows.
// @param {number} since
// @param {number} until
// @param {string | null} person
// @param {string[] | null} bodies
// @row {number} count
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
RETURN count(a) AS count
