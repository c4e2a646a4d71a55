// Every version of memberships that was recorded up to a time of the record, oldest first, found through their appointments.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ m: Membership }[]} versions
UNWIND $ids AS id
CALL (id) {
  MATCH (a:Appointment {id: 'appointment:' + id})-[:OF]->(p:Person)
  MATCH (p)-[m:MEMBER_OF|DECLINED]->(b:Body)
  WHERE m.id = id AND m.recordedAt <= $knownAt
  WITH DISTINCT m ORDER BY m.recordedAt
  RETURN collect({m: m{.*}}) AS versions
}
RETURN id, versions
