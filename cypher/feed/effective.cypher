// What the feed holds of days that have come, at places after one up to another, in its order.
// @param {number} after
// @param {number} last
// @param {number} limit
// @row {number} key
// @row {FeedItem} i
MATCH (i:EffectiveItem)
WHERE i.position > $after AND i.position <= $last
WITH i ORDER BY i.position LIMIT $limit
RETURN i.position AS key, i{.*} AS i
ORDER BY key
