// The memberships of bodies, at a time of the record.
// @param {string[]} ids
// @param {number} knownAt
// @row {Membership} m
UNWIND $ids AS id
MATCH (b:Body {id: id})<-[m:MEMBER_OF]-(p:Person)
WHERE m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
RETURN m{.*} AS m
