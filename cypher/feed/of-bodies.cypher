// What the feed holds of bodies at places after one up to another, which pass a filter, in their order.
// @param {number} after
// @param {number} last
// @param {string[]} bodies
// @param {string | null} municipality
// @param {string[] | null} kinds
// @param {number} limit
// @row {number} key
// @row {FeedItem} i
UNWIND $bodies AS body
MATCH (i:FeedItem {body: body})
WHERE i.position > $after AND i.position <= $last
  AND ($municipality IS NULL OR $municipality IN i.municipalities)
  AND ($kinds IS NULL OR i.kind IN $kinds)
WITH i ORDER BY i.position LIMIT $limit
RETURN i.position AS key, i{.*} AS i
ORDER BY key
