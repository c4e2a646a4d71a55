// Every version of memberships that was recorded up to a time of the record, found through their appointments.
// @param {string[]} ids
// @param {number} knownAt
// @row {Membership} m
UNWIND $ids AS id
MATCH (a:Appointment {id: 'appointment:' + id})-[:OF]->(p:Person)
MATCH (p)-[m:MEMBER_OF]->(b:Body)
WHERE m.id = id AND m.recordedAt <= $knownAt
RETURN DISTINCT m{.*} AS m
