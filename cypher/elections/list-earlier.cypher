// Earlier versions of elections in a period, in the order of their sort keys, after one of these.
// @param {string} from
// @param {string} to
// @param {string} after
// @param {number} limit
// @param {number} knownAt
// @row {string} key
// @row {Election} x
MATCH (x:Version)-[:OF]->(n:Election)
WHERE x.sortKey > $after
  AND x.sortKey >= substring($from, 0, 4) AND x.sortKey <= $to + '~'
  AND x.recordedAt <= $knownAt AND x.retractedAt > $knownAt
  AND substring($from, 0, size(x.on)) <= x.on AND x.on <= substring($to, 0, size(x.on))
WITH x ORDER BY x.sortKey LIMIT $limit
RETURN x.sortKey AS key, x{.*} AS x
ORDER BY key
