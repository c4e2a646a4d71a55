// Earlier versions of meetings that bodies held, those that pass a filter, in the order of their sort keys, after one of these.
// @param {string[]} ids
// @param {string} from
// @param {string} to
// @param {boolean} undated
// @param {string[] | null} timings
// @param {string} asOf
// @param {string} after
// @param {number} limit
// @param {number} knownAt
// @row {string} id
// @row {{ x: Meeting }[]} found
UNWIND $ids AS id
CALL (id) {
  MATCH (b:Body {id: id})<-[r:HELD_BY]-(n:Meeting)<-[:OF]-(x:Version)
  WHERE x.sortKey > $after
    AND r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
    AND x.recordedAt <= $knownAt AND x.retractedAt > $knownAt
    AND CASE WHEN x.date IS NULL THEN $undated ELSE substring($from, 0, size(x.date)) <= x.date AND x.date <= substring($to, 0, size(x.date)) END
    AND ($timings IS NULL OR CASE
      WHEN x.date < substring($asOf, 0, size(x.date)) THEN 'PAST'
      WHEN x.date > substring($asOf, 0, size(x.date)) THEN 'UPCOMING'
      WHEN x.date = $asOf THEN 'TODAY' END IN $timings)
  WITH x ORDER BY x.sortKey LIMIT $limit
  RETURN collect({x: x{.*}}) AS found
}
RETURN id, found
