// The leaves, stand-ins, relations, terms and rights to seats of which something was learnt or corrected, as the feed tells it, in [since, until), by time
// and id, after one of these. What is gone without a version that follows was wrong.
// @param {number} since
// @param {number} until
// @param {string | null} person
// @param {string[] | null} bodies
// @param {string[]} because
// @param {number} afterAt
// @param {string} afterId
// @param {number} limit
// @row {number} at
// @row {string} id
// @row {string} fromId
MATCH (i:FeedItem)
WHERE i.tells = 'CORRECTION' AND i.at >= $since AND i.at < $until AND i.fromId IS NOT NULL
  AND NOT i.thing STARTS WITH 'membership:' AND NOT i.thing STARTS WITH 'rule:' AND NOT i.thing STARTS WITH 'affiliation:'
  AND ($person IS NULL OR i.person = $person)
  AND ($bodies IS NULL OR i.body IN $bodies)
  AND (i.at > $afterAt OR (i.at = $afterAt AND i.thing > $afterId))
OPTIONAL MATCH (x:Node {id: i.fromId})-[r]->(o:Node)
WHERE r.id = i.thing AND r.recordedAt = i.at AND r.because = 'LEARNT'
WITH i, count(r) AS learnt
WHERE (learnt > 0 AND 'LEARNT' IN $because) OR (learnt = 0 AND 'CORRECTED' IN $because)
WITH i.at AS at, i.thing AS id, i.fromId AS fromId ORDER BY at, id LIMIT $limit
RETURN at, id, fromId
ORDER BY at, id
