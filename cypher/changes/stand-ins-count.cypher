// How many changes there are of stand-ins in (from, until]: of each the days on which it begins, ends, or becomes more or less sure.
// @param {string} from
// @param {string} until
// @param {number} knownAt
// @row {number} count
MATCH (a:Appointment)-[x:STOOD_IN]->(b:Node)
WHERE x.recordedAt <= $knownAt AND x.retractedAt > $knownAt
  AND x.fromMin < x.untilMax
  AND ((x.fromMin > $from AND x.fromMin <= $until)
    OR (x.fromMax > $from AND x.fromMax <= $until)
    OR (x.untilMin > $from AND x.untilMin <= $until)
    OR (x.untilMax > $from AND x.untilMax <= $until))
RETURN coalesce(sum(
  CASE WHEN x.fromMin > $from AND x.fromMin <= $until THEN 1 ELSE 0 END
  + CASE WHEN x.untilMax > $from AND x.untilMax <= $until THEN 1 ELSE 0 END
  + CASE WHEN x.fromMax < x.untilMin AND x.fromMax > x.fromMin AND x.fromMax > $from AND x.fromMax <= $until THEN 1 ELSE 0 END
  + CASE WHEN x.fromMax < x.untilMin AND x.untilMin < x.untilMax AND x.untilMin > $from AND x.untilMin <= $until THEN 1 ELSE 0 END
), 0) AS count
