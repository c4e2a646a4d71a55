// At most so many of the pieces of territory whose start or end may lie in (from, until], in no order.
// @param {string} from
// @param {string} until
// @param {number} limit
// @param {number} knownAt
// @row {Relation} r
MATCH (y:Municipality)-[r:COVERS|LIES_IN]-(x:Principal)
WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  AND ((r.fromMin > $from AND r.fromMin <= $until)
    OR (r.fromMax > $from AND r.fromMax <= $until)
    OR (r.untilMin > $from AND r.untilMin <= $until)
    OR (r.untilMax > $from AND r.untilMax <= $until))
WITH r LIMIT $limit
RETURN r{.*} AS r
