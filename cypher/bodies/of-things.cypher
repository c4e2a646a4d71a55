// The bodies that bodies themselves, seats, offices, meetings and agenda items lie in; none where there is no such thing.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {string[]} bodies
UNWIND $ids AS id
CALL (id) {
  MATCH (b:Body {id: id})
  WHERE b.retractedAt > $knownAt
  RETURN collect(b.id) AS itself
}
CALL (id) {
  MATCH (a:Appointment {id: 'appointment:' + id})-[r:TO]->(b:Body)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  RETURN collect(b.id) AS ofSeat
}
CALL (id) {
  MATCH (o:Office {id: id})-[r:OFFICE_OF]->(b:Body)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  RETURN collect(b.id) AS ofOffice
}
CALL (id) {
  MATCH (m:Meeting {id: id})-[r:HELD_BY]->(b:Body)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  RETURN collect(b.id) AS ofMeeting
}
CALL (id) {
  MATCH (i:AgendaItem {id: id})-[g:ON_AGENDA_OF]->(m:Meeting)-[r:HELD_BY]->(b:Body)
  WHERE g.recordedAt <= $knownAt AND g.retractedAt > $knownAt
    AND r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  RETURN collect(b.id) AS ofItem
}
RETURN id, itself + ofSeat + ofOffice + ofMeeting + ofItem AS bodies
