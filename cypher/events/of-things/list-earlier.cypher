// Earlier versions of events that are about parties and places in (from, end) that pass a filter, in the order of their sort keys, after one of these.
// @param {string[]} ids
// @param {string} after
// @param {string} end
// @param {string} from
// @param {boolean} untold
// @param {string[] | null} kinds
// @param {string[] | null} certainty
// @param {number} limit
// @param {number} knownAt
// @row {string} key
// @row {Event} x
MATCH (x:Version)-[:OF]->(n:Event)
WHERE x.thing IN $ids
  AND x.sortKey > $after AND x.sortKey < $end
  AND x.recordedAt <= $knownAt AND x.retractedAt > $knownAt
  AND (x.told OR $untold)
  AND ($kinds IS NULL OR x.kind IN $kinds)
  AND ($certainty IS NULL OR CASE WHEN x.earliest > $from THEN 'CERTAIN' ELSE 'POSSIBLE' END IN $certainty)
WITH x ORDER BY x.sortKey LIMIT $limit
RETURN x.sortKey AS key, x{.*} AS x
ORDER BY key
