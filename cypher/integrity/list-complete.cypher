// The documents that list all members of bodies with their days, or those of the lists, and the seats of these with the documents of their sources, who stood in for
// them, and when they were on leave.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ d: OfDay; on: string | null }[]} lists
// @row {{ m: BoundedMembership }[]} seats
// @row {{ membership: string; document: string }[]} sourced
// @row {{ s: StoodIn }[]} standIns
// @row {{ l: OnLeave }[]} leaves
UNWIND $ids AS id
CALL (id) {
  MATCH (b:Body {id: id})<-[l:LISTS]-(d:Document)
  WHERE l.complete
    AND l.recordedAt <= $knownAt AND l.retractedAt > $knownAt
  WITH d, l ORDER BY d.date, d.id, l.id
  RETURN collect({d: d{.*}, on: l.on}) AS lists
}
CALL (id) {
  MATCH (b:Body {id: id})<-[m:MEMBER_OF]-(p:Person)
  WHERE m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  WITH m ORDER BY m.id
  RETURN collect({m: m{.*}}) AS seats
}
CALL (id) {
  MATCH (b:Body {id: id})<-[l:LISTS]-(d:Document)<-[i:`IN`]-(s:Source)
  WHERE l.complete
    AND l.recordedAt <= $knownAt AND l.retractedAt > $knownAt
    AND i.recordedAt <= $knownAt AND i.retractedAt > $knownAt
  WITH d.id AS document, s.id AS source
  MATCH (c:Body {id: id})<-[m:MEMBER_OF]-(p:Person)
  WHERE source IN m.sources
    AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  RETURN collect({membership: m.id, document: document}) AS sourced
}
CALL (id) {
  MATCH (b:Body {id: id})<-[o:TO]-(a:Appointment)<-[s:STOOD_IN]-(x:Appointment)
  WHERE o.recordedAt <= $knownAt AND o.retractedAt > $knownAt
    AND s.recordedAt <= $knownAt AND s.retractedAt > $knownAt
  WITH s ORDER BY s.id
  RETURN collect({s: s{.*}}) AS standIns
}
CALL (id) {
  MATCH (b:Body {id: id})<-[o:TO]-(a:Appointment)-[l:ON_LEAVE]->(x:Leave)
  WHERE o.recordedAt <= $knownAt AND o.retractedAt > $knownAt
    AND l.recordedAt <= $knownAt AND l.retractedAt > $knownAt
  WITH l ORDER BY l.id
  RETURN collect({l: l{.*}}) AS leaves
}
RETURN id, lists, seats, sourced, standIns, leaves
