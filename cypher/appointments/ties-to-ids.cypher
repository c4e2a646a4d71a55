// Which appointments are tied to seats, people, meetings or agenda items.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ t: Tie }[]} ties
UNWIND $ids AS id
CALL (id) {
  MATCH (x:Node {id: id})<-[t:SUBSTITUTE_FOR|REPLACES|DECIDED_AT|DEPENDS_ON]-(a:Appointment)
  WHERE t.recordedAt <= $knownAt AND t.retractedAt > $knownAt
  WITH t ORDER BY t.id
  RETURN collect({t: t{.*}}) AS ties
}
RETURN id, ties
