// How many entries pass a filter.
// @param {string | null} actor
// @param {string[] | null} bodies
// @param {number} since
// @param {number} until
// @row {number} count
MATCH (e:Entry)
WHERE e.at >= $since AND e.at < $until
  AND ($actor IS NULL OR e.actorId = $actor)
  AND ($bodies IS NULL OR ANY(body IN $bodies WHERE body IN e.bodies))
RETURN count(e) AS count
