// How many there are in [since, until) of the earlier versions of nodes that say what was learnt or corrected.
// @param {number} since
// @param {number} until
// @param {string | null} person
// @param {string[] | null} bodies
// @param {string[]} because
// @param {string[]} without
// @row {number} count
MATCH (v:Version)-[:OF]->(n:Node)
WHERE v.recordedAt >= $since AND v.recordedAt < $until
  AND v.because IN $because
  AND ($person IS NULL OR coalesce(v.person, v.id) = $person)
  AND ($bodies IS NULL OR coalesce(v.body, v.id) IN $bodies)
  AND NOT ANY(label IN labels(n) WHERE label IN $without)
RETURN count(v) AS count
