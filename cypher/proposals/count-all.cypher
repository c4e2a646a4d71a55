// How many proposals pass a filter.
// @param {string[] | null} statuses
// @param {string | null} body
// @param {string | null} actor
// @param {number} before
// @row {number} count
MATCH (p:Proposal)
WHERE p.number < $before
  AND ($statuses IS NULL OR p.status IN $statuses)
  AND ($body IS NULL OR $body IN p.bodies)
  AND ($actor IS NULL OR p.actorId = $actor)
RETURN count(p) AS count
