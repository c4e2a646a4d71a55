// How many earlier versions of meetings pass a filter.
// @param {string} from
// @param {string} to
// @param {boolean} undated
// @param {string[] | null} timings
// @param {string} asOf
// @param {number} knownAt
// @row {number} count
MATCH (x:Version)-[:OF]->(n:Meeting)
WHERE x.sortKey >= substring($from, 0, 4) AND x.sortKey <= $to + '~'
  AND x.recordedAt <= $knownAt AND x.retractedAt > $knownAt
  AND CASE WHEN x.date IS NULL THEN $undated ELSE substring($from, 0, size(x.date)) <= x.date AND x.date <= substring($to, 0, size(x.date)) END
  AND ($timings IS NULL OR CASE
    WHEN x.date < substring($asOf, 0, size(x.date)) THEN 'PAST'
    WHEN x.date > substring($asOf, 0, size(x.date)) THEN 'UPCOMING'
    WHEN x.date = $asOf THEN 'TODAY' END IN $timings)
RETURN count(x) AS count
