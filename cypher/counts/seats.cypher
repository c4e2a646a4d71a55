// Bodies with what they say of their seats, and their seats on any day of a period: what counts them, and nothing else.
// @param {string[]} ids
// @param {string} start
// @param {string} end
// @param {number} knownAt
// @row {string} id
// @row {SeatRules} b
// @row {{ m: Sitting }[]} seats
UNWIND $ids AS id
MATCH (b:Body {id: id})
CALL (b) {
  MATCH (b)<-[m:MEMBER_OF]-(p:Person)
  WHERE m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
    AND m.fromMin < $end AND m.untilMax > $start
  RETURN collect({m: m{.*}}) AS seats
}
RETURN id, b{.*} AS b, seats
