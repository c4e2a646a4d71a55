// At most so many of the bodies whose start or end may lie in (from, until], and those that were recorded otherwise at the time of the record, in no order.
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
  OR EXISTS { MATCH (b)<-[:OF]-(v:Version) WHERE v.recordedAt <= $knownAt AND v.retractedAt > $knownAt }
WITH b LIMIT $limit
RETURN b{.*} AS b
