// What stands behind, replaces, depends on or stands in for seats, by their appointments, and their own leaves and stand-ins, and when these and the seats behind and depending end, as recorded now.
// @param {string[]} ids
// @param {number} never
// @row {string} id
// @row {{ id: string; other: string; untilMax: string | null }[]} to
// @row {{ id: string; other: string; untilMax: string | null }[]} own
// @row {{ id: string; untilMax: string }[]} seats
UNWIND $ids AS id
CALL (id) {
  MATCH (a:Appointment {id: id})<-[r:SUBSTITUTE_FOR|REPLACES|DEPENDS_ON|STOOD_IN]-(x:Appointment)
  WHERE r.retractedAt = $never
  RETURN collect({id: r.id, other: x.membership, untilMax: r.untilMax}) AS to
}
CALL (id) {
  MATCH (a:Appointment {id: id})-[r:STOOD_IN|ON_LEAVE]->(x:Node)
  WHERE r.retractedAt = $never
  RETURN collect({id: r.id, other: x.id, untilMax: r.untilMax}) AS own
}
CALL (id) {
  MATCH (a:Appointment {id: id})<-[r:SUBSTITUTE_FOR|DEPENDS_ON]-(x:Appointment)-[o:OF]->(p:Person)
  WHERE r.retractedAt = $never AND o.retractedAt = $never
  MATCH (p)-[m:MEMBER_OF]->(b:Body)
  WHERE m.id = x.membership AND m.retractedAt = $never
  RETURN collect({id: m.id, untilMax: m.untilMax}) AS seats
}
RETURN id, to, own, seats
