// What the feed holds at places after one up to another, of some kinds, in its order.
// @param {number} after
// @param {number} last
// @param {string[] | null} kinds
// @param {number} limit
// @row {number} key
// @row {FeedItem} i
MATCH (i:FeedItem)
WHERE i.position > $after AND i.position <= $last
  AND ($kinds IS NULL OR i.kind IN $kinds)
WITH i ORDER BY i.position LIMIT $limit
RETURN i.position AS key, i{.*} AS i
ORDER BY key
