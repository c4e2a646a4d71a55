// The ties to parties of those who hold seats in bodies on any day of a period, and what says that they are of none, on any day.
// @param {string[]} ids
// @param {string} start
// @param {string} end
// @param {number} knownAt
// @ever {Belonging} a
// @row {string} id
// @row {{ a: Belonging }[]} ties
UNWIND $ids AS id
MATCH (b:Body {id: id})
CALL (b) {
  MATCH (b)<-[m:MEMBER_OF]-(p:Person)-[a:AFFILIATED_WITH]->(x)
  WHERE (x:Party OR x:Person)
    AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
    AND m.fromMin < $end AND m.untilMax > $start
    AND a.recordedAt <= $knownAt AND a.retractedAt > $knownAt
  WITH DISTINCT a
  RETURN collect({a: a{.*}}) AS ties
}
RETURN id, ties
