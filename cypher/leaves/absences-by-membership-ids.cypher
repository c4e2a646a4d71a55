// When those who hold seats may not sit, in these or in others of theirs, on any day of a period, by these seats: they are on leave, or somebody stands in.
// @param {string[]} ids
// @param {string} start
// @param {string} end
// @param {number} knownAt
// @row {string} id
// @row {{ l: Leave }[]} leaves
// @row {{ s: StandIn }[]} standIns
UNWIND $ids AS id
MATCH (a:Appointment {id: 'appointment:' + id})-[o:OF]->(p:Person)
WHERE o.recordedAt <= $knownAt AND o.retractedAt > $knownAt
CALL (p) {
  MATCH (p)<-[e:OF]-(h:Appointment)-[l:ON_LEAVE]->(x:Leave)
  WHERE e.recordedAt <= $knownAt AND e.retractedAt > $knownAt
    AND l.recordedAt <= $knownAt AND l.retractedAt > $knownAt
    AND l.fromMin < $end AND l.untilMax > $start
  RETURN collect({l: l{.*}}) AS leaves
}
CALL (p) {
  MATCH (p)<-[e:OF]-(h:Appointment)<-[s:STOOD_IN]-(x:Appointment)
  WHERE e.recordedAt <= $knownAt AND e.retractedAt > $knownAt
    AND s.recordedAt <= $knownAt AND s.retractedAt > $knownAt
    AND s.fromMin < $end AND s.untilMax > $start
  RETURN collect({s: s{.*}}) AS standIns
}
RETURN id, leaves, standIns
