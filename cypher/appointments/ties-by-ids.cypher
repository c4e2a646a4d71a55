// What appointments are tied to: principals, seats, meetings, elections.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ t: Tie }[]} ties
UNWIND $ids AS id
CALL (id) {
  MATCH (a:Appointment {id: id})-[t:BY|DELEGATED_BY|NOMINATED_BY|REPRESENTING|SUBSTITUTE_FOR|SUBSTITUTE_OF|REPLACES|DECIDED_AT|DEPENDS_ON|ELECTED_AT]->(x:Node)
  WHERE t.recordedAt <= $knownAt AND t.retractedAt > $knownAt
  WITH t ORDER BY t.id
  RETURN collect({t: t{.*}}) AS ties
}
RETURN id, ties
