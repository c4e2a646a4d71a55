// Entries that pass a filter, the newest first, before one of these.
// @param {string | null} actor
// @param {string[] | null} bodies
// @param {number} since
// @param {number} until
// @param {number} before
// @param {number} limit
// @row {number} number
// @row {Entry} e
MATCH (e:Entry)
WHERE e.number < $before
  AND e.at >= $since AND e.at < $until
  AND ($actor IS NULL OR e.actorId = $actor)
  AND ($bodies IS NULL OR ANY(body IN $bodies WHERE body IN e.bodies))
WITH e ORDER BY e.number DESC LIMIT $limit
RETURN e.number AS number, e{.*} AS e
ORDER BY number DESC
