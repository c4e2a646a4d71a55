// How many seats of some roles bodies have on any day of a period, and how many people hold them.
// @param {string[]} ids
// @param {string[]} roles
// @param {string} start
// @param {string} end
// @param {number} knownAt
// @row {string} id
// @row {number} seats
// @row {number} people
UNWIND $ids AS id
CALL (id) {
  MATCH (b:Body {id: id})<-[m:MEMBER_OF]-(p:Person)
  WHERE m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
    AND m.fromMin < $end AND m.untilMax > $start
    AND m.role IN $roles
  RETURN count(m) AS seats, count(DISTINCT p) AS people
}
RETURN id, seats, people
