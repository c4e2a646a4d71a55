// When others stood in for the holders of seats on any day of a period, by these seats.
// @param {string[]} ids
// @param {string} start
// @param {string} end
// @param {number} knownAt
// @row {string} id
// @row {{ s: StandIn }[]} standIns
UNWIND $ids AS id
CALL (id) {
  MATCH (a:Appointment {id: 'appointment:' + id})<-[s:STOOD_IN]-(x:Appointment)
  WHERE s.recordedAt <= $knownAt AND s.retractedAt > $knownAt
    AND s.fromMin < $end AND s.untilMax > $start
  WITH s ORDER BY s.id
  RETURN collect({s: s{.*}}) AS standIns
}
RETURN id, standIns
