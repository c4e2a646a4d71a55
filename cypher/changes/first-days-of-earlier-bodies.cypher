// The first days after one on which a body, as recorded earlier, may begin or end: of each bound the first.
// @param {string} from
// @param {number} knownAt
// @row {string | null} fromMin
// @row {string | null} fromMax
// @row {string | null} untilMin
// @row {string | null} untilMax
MATCH (x:Version)-[:OF]->(b:Body)
WHERE x.recordedAt <= $knownAt AND x.retractedAt > $knownAt
RETURN min(CASE WHEN x.fromMin > $from THEN x.fromMin END) AS fromMin,
  min(CASE WHEN x.fromMax > $from THEN x.fromMax END) AS fromMax,
  min(CASE WHEN x.untilMin > $from THEN x.untilMin END) AS untilMin,
  min(CASE WHEN x.untilMax > $from THEN x.untilMax END) AS untilMax
