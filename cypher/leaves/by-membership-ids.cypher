// When the holders of seats were on leave on any day of a period, by their seats.
// @param {string[]} ids
// @param {string} start
// @param {string} end
// @param {number} knownAt
// @row {string} id
// @row {{ l: Leave }[]} leaves
UNWIND $ids AS id
CALL (id) {
  MATCH (a:Appointment {id: 'appointment:' + id})-[l:ON_LEAVE]->(x:Leave)
  WHERE l.recordedAt <= $knownAt AND l.retractedAt > $knownAt
    AND l.fromMin < $end AND l.untilMax > $start
  WITH l ORDER BY l.id
  RETURN collect({l: l{.*}}) AS leaves
}
RETURN id, leaves
