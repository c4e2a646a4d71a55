// The parties and home municipalities of people, and what says that they have no party, on any day of a period.
// @param {string[]} ids
// @param {string} start
// @param {string} end
// @param {number} knownAt
// @row {string} id
// @row {{ a: Affiliation; x: Affiliated }[]} affiliations
UNWIND $ids AS id
CALL (id) {
  MATCH (p:Person {id: id})-[a:AFFILIATED_WITH]->(x)
  WHERE (x:Principal OR x:Person)
    AND a.recordedAt <= $knownAt AND a.retractedAt > $knownAt
    AND a.fromMin < $end AND a.untilMax > $start
  WITH a, x ORDER BY a.id
  RETURN collect({a: a{.*}, x: x{.*}}) AS affiliations
}
RETURN id, affiliations
