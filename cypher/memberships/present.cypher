// The memberships of bodies as they are recorded now.
// @param {string[]} ids
// @param {number} never
// @row {Membership} m
UNWIND $ids AS id
MATCH (b:Body {id: id})<-[m:MEMBER_OF]-(p:Person)
WHERE m.retractedAt = $never
RETURN m{.*} AS m
