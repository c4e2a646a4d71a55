// At most so many of the bodies whose start or end may lie in (from, until], as recorded now or at the time of the record, in no order.
// @param {string} from
// @param {string} until
// @param {number} limit
// @param {number} knownAt
// @row {Existence} b
MATCH (b:Body)
WHERE (b.fromMin > $from AND b.fromMin <= $until)
  OR (b.fromMax > $from AND b.fromMax <= $until)
  OR (b.untilMin > $from AND b.untilMin <= $until)
  OR (b.untilMax > $from AND b.untilMax <= $until)
  OR EXISTS {
    MATCH (b)<-[:OF]-(v:Version)
    WHERE v.recordedAt <= $knownAt AND v.retractedAt > $knownAt
      AND ((v.fromMin > $from AND v.fromMin <= $until)
        OR (v.fromMax > $from AND v.fromMax <= $until)
        OR (v.untilMin > $from AND v.untilMin <= $until)
        OR (v.untilMax > $from AND v.untilMax <= $until))
  }
WITH b LIMIT $limit
RETURN b{.*} AS b
