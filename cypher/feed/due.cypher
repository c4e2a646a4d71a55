// Told events whose day lies in a stretch of sort keys, as recorded now, in their order.
// @param {string} after
// @param {string} end
// @param {number} limit
// @param {number} never
// @row {string} key
// @row {Event} x
MATCH (x:Event)
WHERE x.sortKey > $after AND x.sortKey < $end
  AND x.told AND x.retractedAt = $never
WITH x ORDER BY x.sortKey LIMIT $limit
RETURN x.sortKey AS key, x{.*} AS x
ORDER BY key
