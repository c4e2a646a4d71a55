// How many leaves, stand-ins, relations, terms and rights to seats were learnt or corrected, as the feed tells it, in [since, until).
// @param {number} since
// @param {number} until
// @param {string | null} person
// @param {string[] | null} bodies
// @param {string[]} because
// @row {number} count
MATCH (i:FeedItem)
WHERE i.tells = 'CORRECTION' AND i.at >= $since AND i.at < $until AND i.fromId IS NOT NULL
  AND NOT i.thing STARTS WITH 'membership:' AND NOT i.thing STARTS WITH 'rule:' AND NOT i.thing STARTS WITH 'affiliation:'
  AND ($person IS NULL OR i.person = $person)
  AND ($bodies IS NULL OR i.body IN $bodies)
OPTIONAL MATCH (x:Node {id: i.fromId})-[r]->(o:Node)
WHERE r.id = i.thing AND r.recordedAt = i.at AND r.because = 'LEARNT'
WITH i, count(r) AS learnt
WHERE (learnt > 0 AND 'LEARNT' IN $because) OR (learnt = 0 AND 'CORRECTED' IN $because)
RETURN count(i) AS count
