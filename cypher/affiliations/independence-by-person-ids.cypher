// What says that people are of no party on any day of a period.
// @param {string[]} ids
// @param {string} start
// @param {string} end
// @param {number} knownAt
// @row {string} id
// @row {{ a: Belonging }[]} ties
UNWIND $ids AS id
CALL (id) {
  MATCH (p:Person {id: id})-[a:AFFILIATED_WITH]->(x:Person)
  WHERE a.recordedAt <= $knownAt AND a.retractedAt > $knownAt
    AND a.fromMin < $end AND a.untilMax > $start
  RETURN collect({a: a{.*}}) AS ties
}
RETURN id, ties
