// The ties of people to parties whose start or end may lie in (from, until].
// @param {string} from
// @param {string} until
// @param {number} knownAt
// @row {Affiliation} a
MATCH (p:Person)-[a:AFFILIATED_WITH]->(x:Party)
WHERE a.recordedAt <= $knownAt AND a.retractedAt > $knownAt
  AND ((a.fromMin > $from AND a.fromMin <= $until)
    OR (a.fromMax > $from AND a.fromMax <= $until)
    OR (a.untilMin > $from AND a.untilMin <= $until)
    OR (a.untilMax > $from AND a.untilMax <= $until))
RETURN a{.*} AS a
