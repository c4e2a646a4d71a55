// The ranked substitutes of bodies, with the seats that they step in for.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ seat: string; rank: number; m: HeldMembership }[]} substitutes
UNWIND $ids AS id
CALL (id) {
  MATCH (b:Body {id: id})<-[o:TO]-(a:Appointment)-[t:SUBSTITUTE_FOR]->(x:Appointment)
  WHERE t.rank IS NOT NULL
    AND o.recordedAt <= $knownAt AND o.retractedAt > $knownAt
    AND t.recordedAt <= $knownAt AND t.retractedAt > $knownAt
  WITH a, t.rank AS rank, x.membership AS seat
  MATCH (a)-[f:OF]->(p:Person)-[m:MEMBER_OF]->(c:Body {id: id})
  WHERE m.id = a.membership
    AND f.recordedAt <= $knownAt AND f.retractedAt > $knownAt
    AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  WITH seat, rank, m ORDER BY seat, rank, m.id
  RETURN collect({seat: seat, rank: rank, m: m{.*}}) AS substitutes
}
RETURN id, substitutes
