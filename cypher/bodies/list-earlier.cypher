// Earlier versions of bodies of one rank (0 certain, 1 possible, 2 not in force) in the order of their sort keys, after one of these.
// @param {string} after
// @param {number} limit
// @param {number} rank
// @param {string[] | null} kinds
// @param {string} start
// @param {string} end
// @param {number} knownAt
// @row {string} key
// @row {Body} b
MATCH (b:Version)-[:OF]->(n:Body)
WHERE b.sortKey > $after
  AND ($kinds IS NULL OR b.kind IN $kinds)
  AND b.recordedAt <= $knownAt AND b.retractedAt > $knownAt
  AND $rank = CASE
    WHEN b.fromMax < $end AND b.untilMin > $start AND b.fromMax < b.untilMin THEN 0
    WHEN b.fromMin < $end AND b.untilMax > $start THEN 1
    ELSE 2 END
WITH b ORDER BY b.sortKey LIMIT $limit
RETURN b.sortKey AS key, b{.*} AS b
ORDER BY key
