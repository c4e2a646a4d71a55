// Memberships by id, declined ones too, found through their appointments, at a time of the record.
// @param {string[]} ids
// @param {number} knownAt
// @row {Membership} m
UNWIND $ids AS id
MATCH (a:Appointment {id: 'appointment:' + id})-[o:OF]->(p:Person)
MATCH (p)-[m:MEMBER_OF|DECLINED]->(b:Body)
WHERE m.id = id
  AND o.recordedAt <= $knownAt AND o.retractedAt > $knownAt
  AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
RETURN m{.*} AS m
