// How many there are in [since, until) of the versions of memberships that say what was learnt or corrected.
// @param {number} since
// @param {number} until
// @param {string | null} person
// @param {string[] | null} bodies
// @param {string[]} because
// @row {number} count
MATCH (p:Person)-[m:MEMBER_OF|DECLINED]->(b:Body)
WHERE m.recordedAt >= $since AND m.recordedAt < $until
  AND m.because IN $because
  AND ($person IS NULL OR p.id = $person)
  AND ($bodies IS NULL OR b.id IN $bodies)
RETURN count(m) AS count
