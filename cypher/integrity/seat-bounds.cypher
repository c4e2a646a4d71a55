// The seats of bodies with what their bounds are computed from, and those that were announced before they were held.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {RuledBody} b
// @row {{ r: DatedTie }[]} terms
// @row {{ m: BoundedMembership }[]} seats
// @row {string[]} announced
UNWIND $ids AS id
MATCH (b:Body {id: id})
CALL (id) {
  MATCH (o:Body {id: id})-[r:HAS_TERM]->(t:Term)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  RETURN collect({r: r{.*}}) AS terms
}
CALL (id) {
  MATCH (o:Body {id: id})<-[m:MEMBER_OF]-(p:Person)
  WHERE m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  WITH m ORDER BY m.id
  RETURN collect({m: m{.*}}) AS seats
}
CALL (id) {
  MATCH (o:Body {id: id})<-[t:TO]-(a:Appointment)
  WHERE t.recordedAt <= $knownAt AND t.retractedAt > $knownAt
    AND a.designatedOn IS NOT NULL
  RETURN collect(a.membership) AS announced
}
RETURN id, b{.*} AS b, terms, seats, announced
