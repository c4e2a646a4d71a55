// The ranked substitutes of bodies, with the seats that they step in for, or whose pool they are in.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ of: string; rank: number; m: HeldMembership }[]} substitutes
// @row {{ of: string; rank: number; m: HeldMembership }[]} pooled
UNWIND $ids AS id
CALL (id) {
  MATCH (b:Body {id: id})<-[o:TO]-(a:Appointment)-[t:SUBSTITUTE_FOR]->(x:Appointment)
  WHERE t.rank IS NOT NULL
    AND o.recordedAt <= $knownAt AND o.retractedAt > $knownAt
    AND t.recordedAt <= $knownAt AND t.retractedAt > $knownAt
  WITH a, t.rank AS rank, x.membership AS whose
  MATCH (a)-[f:OF]->(p:Person)-[m:MEMBER_OF]->(c:Body {id: id})
  WHERE m.id = a.membership
    AND f.recordedAt <= $knownAt AND f.retractedAt > $knownAt
    AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  WITH whose, rank, m ORDER BY whose, rank, m.id
  RETURN collect({of: whose, rank: rank, m: m{.*}}) AS substitutes
}
CALL (id) {
  MATCH (b:Body {id: id})<-[o:TO]-(a:Appointment)-[t:SUBSTITUTE_OF]->(x:Principal)
  WHERE t.rank IS NOT NULL
    AND o.recordedAt <= $knownAt AND o.retractedAt > $knownAt
    AND t.recordedAt <= $knownAt AND t.retractedAt > $knownAt
  WITH a, t.rank AS rank, x.id AS whose
  MATCH (a)-[f:OF]->(p:Person)-[m:MEMBER_OF]->(c:Body {id: id})
  WHERE m.id = a.membership
    AND f.recordedAt <= $knownAt AND f.retractedAt > $knownAt
    AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  WITH whose, rank, m ORDER BY whose, rank, m.id
  RETURN collect({of: whose, rank: rank, m: m{.*}}) AS pooled
}
RETURN id, substitutes, pooled
