// What stands behind, replaces, depends on or stands in for seats, by their appointments, and their own leaves and stand-ins, as recorded now.
// @param {string[]} ids
// @param {number} never
// @row {string} id
// @row {{ id: string; other: string }[]} to
// @row {{ id: string; other: string }[]} own
UNWIND $ids AS id
CALL (id) {
  MATCH (a:Appointment {id: id})<-[r:SUBSTITUTE_FOR|REPLACES|DEPENDS_ON|STOOD_IN]-(x:Appointment)
  WHERE r.retractedAt = $never
  RETURN collect({id: r.id, other: x.membership}) AS to
}
CALL (id) {
  MATCH (a:Appointment {id: id})-[r:STOOD_IN|ON_LEAVE]->(x:Node)
  WHERE r.retractedAt = $never
  RETURN collect({id: r.id, other: x.id}) AS own
}
RETURN id, to, own
