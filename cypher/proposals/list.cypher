// Proposals that pass a filter, the newest first, before one of these.
// @param {string[] | null} statuses
// @param {string | null} body
// @param {string | null} actor
// @param {number} before
// @param {number} limit
// @row {number} number
// @row {Proposal} p
MATCH (p:Proposal)
WHERE p.number < $before
  AND ($statuses IS NULL OR p.status IN $statuses)
  AND ($body IS NULL OR $body IN p.bodies)
  AND ($actor IS NULL OR p.actorId = $actor)
WITH p ORDER BY p.number DESC LIMIT $limit
RETURN p.number AS number, p{.*} AS p
ORDER BY number DESC
