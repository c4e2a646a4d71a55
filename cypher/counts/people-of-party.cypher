// Who sits on any day of a period, and is of a party on any day of it: in which bodies, with what is said of their parties on any day.
// @param {string} party
// @param {string} start
// @param {string} end
// @param {number} knownAt
// @ever {Belonging} t
// @row {string} id
// @row {string[]} bodies
// @row {{ t: Belonging }[]} ties
MATCH (x:Party {id: $party})<-[a:AFFILIATED_WITH]-(p:Person)
WHERE a.recordedAt <= $knownAt AND a.retractedAt > $knownAt
  AND a.fromMin < $end AND a.untilMax > $start
WITH DISTINCT p
CALL (p) {
  MATCH (p)-[m:MEMBER_OF]->(b:Body)
  WHERE m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
    AND m.fromMin < $end AND m.untilMax > $start
  RETURN collect(DISTINCT b.id) AS bodies
}
WITH p, bodies WHERE size(bodies) > 0
CALL (p) {
  MATCH (p)-[t:AFFILIATED_WITH]->(y)
  WHERE (y:Party OR y:Person)
    AND t.recordedAt <= $knownAt AND t.retractedAt > $knownAt
  RETURN collect({t: t{.*}}) AS ties
}
RETURN p.id AS id, bodies, ties
ORDER BY id
