// The rights to fill seats of any body, on any day of a period.
// @param {string} start
// @param {string} end
// @param {number} knownAt
// @row {SeatAllotment} r
MATCH (b:Body)<-[r:HAS_SEATS]-(x:Principal)
WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  AND r.fromMin < $end AND r.untilMax > $start
RETURN r{.*} AS r
