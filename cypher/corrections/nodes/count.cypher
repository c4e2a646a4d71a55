// How many there are in [since, until) of the nodes whose last version says what was learnt or corrected.
// @param {number} since
// @param {number} until
// @param {string | null} person
// @param {string[] | null} bodies
// @param {string[]} because
// @param {string[]} without
// @row {number} count
MATCH (n:Node)
WHERE n.recordedAt >= $since AND n.recordedAt < $until
  AND n.because IN $because
  AND ($person IS NULL OR coalesce(n.person, n.id) = $person)
  AND ($bodies IS NULL OR coalesce(n.body, n.id) IN $bodies)
  AND NOT ANY(label IN labels(n) WHERE label IN $without)
RETURN count(n) AS count
