// How many events in (from, end) pass a filter.
// @param {string} after
// @param {string} end
// @param {string} from
// @param {boolean} untold
// @param {string[] | null} kinds
// @param {string[] | null} certainty
// @param {number} knownAt
// @row {number} count
MATCH (x:Event)
WHERE x.sortKey > $after AND x.sortKey < $end
  AND x.recordedAt <= $knownAt AND x.retractedAt > $knownAt
  AND (x.told OR $untold)
  AND ($kinds IS NULL OR x.kind IN $kinds)
  AND ($certainty IS NULL OR CASE WHEN x.earliest > $from THEN 'CERTAIN' ELSE 'POSSIBLE' END IN $certainty)
RETURN count(x) AS count
