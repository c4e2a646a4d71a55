// To which parties people belong on any day of a period, or that they are of none, without what was printed of it.
// @param {string[]} ids
// @param {string} start
// @param {string} end
// @param {number} knownAt
// @row {string} id
// @row {{ a: Belonging; x: Party | Person }[]} parties
UNWIND $ids AS id
CALL (id) {
  MATCH (p:Person {id: id})-[a:AFFILIATED_WITH]->(x)
  WHERE (x:Party OR x:Person)
    AND a.recordedAt <= $knownAt AND a.retractedAt > $knownAt
    AND a.fromMin < $end AND a.untilMax > $start
  RETURN collect({a: a{.*}, x: x{.*}}) AS parties
}
RETURN id, parties
