// How many there are in [since, until) of the versions of affiliations that say what was learnt or corrected.
// @param {number} since
// @param {number} until
// @param {string | null} person
// @param {string[] | null} bodies
// @param {string[]} because
// @row {number} count
MATCH (p:Person)-[a:AFFILIATED_WITH]->(x:Node)
WHERE a.recordedAt >= $since AND a.recordedAt < $until
  AND a.because IN $because
  AND ($person IS NULL OR p.id = $person)
  AND ($bodies IS NULL OR a.id IN $bodies)
RETURN count(a) AS count
