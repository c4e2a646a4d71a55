// The items on the agendas of meetings.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ x: AgendaItem }[]} items
UNWIND $ids AS id
CALL (id) {
  MATCH (m:Meeting {id: id})<-[r:ON_AGENDA_OF]-(x:AgendaItem)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  WITH x ORDER BY x.id
  RETURN collect({x: x{.*}}) AS items
}
RETURN id, items
