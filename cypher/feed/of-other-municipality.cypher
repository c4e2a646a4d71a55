// What the feed holds of a municipality, beside the first that it is about, at places after one up to another, which pass a filter, in their order.
// @param {number} after
// @param {number} last
// @param {string} municipality
// @param {string[] | null} kinds
// @param {number} limit
// @row {number} key
// @row {FeedItem} i
MATCH (i:OtherItem {municipality: $municipality})
WHERE i.position > $after AND i.position <= $last
  AND ($kinds IS NULL OR i.kind IN $kinds)
WITH i ORDER BY i.position LIMIT $limit
RETURN i.position AS key, i{.*} AS i
ORDER BY key
