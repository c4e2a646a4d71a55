// How many there are in [since, until) of the nodes that were retracted.
// @param {number} since
// @param {number} until
// @param {string | null} person
// @param {string[] | null} bodies
// @param {string[]} without
// @row {number} count
MATCH (n:Node)
WHERE n.retractedAt >= $since AND n.retractedAt < $until
  AND ($person IS NULL OR coalesce(n.person, n.id) = $person)
  AND ($bodies IS NULL OR coalesce(n.body, n.id) IN $bodies)
  AND NOT ANY(label IN labels(n) WHERE label IN $without)
RETURN count(n) AS count
