// When somebody acted in offices on any day of a period.
// @param {string[]} ids
// @param {string} start
// @param {string} end
// @param {number} knownAt
// @row {string} id
// @row {{ s: StandIn }[]} standIns
UNWIND $ids AS id
CALL (id) {
  MATCH (x:Office {id: id})<-[s:STOOD_IN]-(a:Appointment)
  WHERE s.recordedAt <= $knownAt AND s.retractedAt > $knownAt
    AND s.fromMin < $end AND s.untilMax > $start
  WITH s ORDER BY s.id
  RETURN collect({s: s{.*}}) AS standIns
}
RETURN id, standIns
