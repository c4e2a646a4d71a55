// The substitutes in bodies who are in the pools of some lists, places or bodies on some day of a period, with the people.
// @param {string[]} ids
// @param {string[]} lists
// @param {string} start
// @param {string} end
// @param {number} knownAt
// @row {string} id
// @row {{ m: MembershipSummary; p: Person; rank: number | null }[]} substitutes
UNWIND $ids AS id
CALL (id) {
  MATCH (b:Body {id: id})<-[m:MEMBER_OF]-(p:Person)
  WHERE m.role = 'SUBSTITUTE'
    AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
    AND m.fromMin < $end AND m.untilMax > $start
  WITH m, p
  MATCH (p)<-[e:OF]-(a:Appointment)-[t:SUBSTITUTE_OF]->(x:Principal)
  WHERE a.membership = m.id AND x.id IN $lists
    AND e.recordedAt <= $knownAt AND e.retractedAt > $knownAt
    AND t.recordedAt <= $knownAt AND t.retractedAt > $knownAt
  RETURN collect({m: m{.*}, p: p{.*}, rank: t.rank}) AS substitutes
}
RETURN id, substitutes
