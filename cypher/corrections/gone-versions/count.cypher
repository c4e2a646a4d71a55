// How many there are in [since, until) of the nodes that were retracted and came back later.
// @param {number} since
// @param {number} until
// @param {string | null} person
// @param {string[] | null} bodies
// @param {string[]} without
// @row {number} count
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
RETURN count(v) AS count
