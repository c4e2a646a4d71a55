// The ties of people to parties, and what says that they are of none, on any day, as recorded.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ a: Belonging }[]} ties
UNWIND $ids AS id
CALL (id) {
  MATCH (p:Person {id: id})-[a:AFFILIATED_WITH]->(x)
  WHERE (x:Party OR x:Person)
    AND a.recordedAt <= $knownAt AND a.retractedAt > $knownAt
  RETURN collect({a: a{.*}}) AS ties
}
RETURN id, ties
