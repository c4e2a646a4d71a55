// When the holders of seats may not sit in them on any day of a period, by their seats: they are on leave, or somebody stands in.
// @param {string[]} ids
// @param {string} start
// @param {string} end
// @param {number} knownAt
// @row {string} id
// @row {{ l: Absence }[]} leaves
// @row {{ s: Absence }[]} standIns
UNWIND $ids AS id
CALL (id) {
  MATCH (a:Appointment {id: 'appointment:' + id})-[l:ON_LEAVE]->(x:Leave)
  WHERE l.recordedAt <= $knownAt AND l.retractedAt > $knownAt
    AND l.fromMin < $end AND l.untilMax > $start
  RETURN collect({l: l{.*}}) AS leaves
}
CALL (id) {
  MATCH (a:Appointment {id: 'appointment:' + id})<-[s:STOOD_IN]-(x:Appointment)
  WHERE s.recordedAt <= $knownAt AND s.retractedAt > $knownAt
    AND s.fromMin < $end AND s.untilMax > $start
  RETURN collect({s: s{.*}}) AS standIns
}
RETURN id, leaves, standIns
