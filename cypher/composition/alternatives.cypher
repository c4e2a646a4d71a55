// Bodies with what they say of their seats, those that are possible on any day of a period, and what says which may not be held at a time: which
// replaces which, and the seats that it concerns, whenever they are held, beside those in some roles, of which one is held at a time, and those that
// are in an office for one; who then may sit in for whom, or be on leave. Offices are nodes: of a time before, what they said then stands for them.
// @param {string[]} ids
// @param {string[]} roles
// @param {string} start
// @param {string} end
// @param {number} knownAt
// @row {string} id
// @row {SeatRules} b
// @row {{ x: Office }[]} offices
// @row {{ earlier: string; later: string }[]} links
// @row {{ m: AlternativeSeat }[]} seats
// @row {{ s: StandIn }[]} standIns
// @row {{ l: Leave }[]} leaves
UNWIND $ids AS id
MATCH (b:Body {id: id})
CALL (b) {
  MATCH (b)<-[r:OFFICE_OF]-(x:Office)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  WITH x ORDER BY x.id
  RETURN collect({x: x{.*}}) AS offices,
    collect(CASE WHEN x.holders = 1 OR x.recordedAt > $knownAt THEN x.role ELSE null END) AS forOne
}
CALL (b) {
  MATCH (b)<-[e:TO]-(a:Appointment)-[t:REPLACES]->(o:Appointment)
  WHERE e.recordedAt <= $knownAt AND e.retractedAt > $knownAt
    AND t.recordedAt <= $knownAt AND t.retractedAt > $knownAt
  WITH DISTINCT o.membership AS earlier, a.membership AS later ORDER BY earlier, later
  RETURN collect({earlier: earlier, later: later}) AS links, collect(earlier) + collect(later) AS linked
}
CALL (b, linked, forOne) {
  MATCH (b)<-[m:MEMBER_OF]-(p:Person)
  WHERE m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
    AND ((m.fromMin < $end AND m.untilMax > $start) OR m.role IN $roles OR m.role IN forOne OR m.id IN linked)
  RETURN collect({m: m{.*}}) AS seats
}
CALL (b) {
  MATCH (b)<-[e:TO]-(a:Appointment)-[s:STOOD_IN]->(x:Node)
  WHERE e.recordedAt <= $knownAt AND e.retractedAt > $knownAt
    AND s.recordedAt <= $knownAt AND s.retractedAt > $knownAt
    AND s.fromMin < $end AND s.untilMax > $start
  RETURN collect({s: s{.*}}) AS standIns
}
CALL (b) {
  MATCH (b)<-[e:TO]-(a:Appointment)-[l:ON_LEAVE]->(x:Leave)
  WHERE e.recordedAt <= $knownAt AND e.retractedAt > $knownAt
    AND l.recordedAt <= $knownAt AND l.retractedAt > $knownAt
    AND l.fromMin < $end AND l.untilMax > $start
  RETURN collect({l: l{.*}}) AS leaves
}
RETURN id, b{.*} AS b, offices, links, seats, standIns, leaves
