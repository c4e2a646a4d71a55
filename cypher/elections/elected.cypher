// The seats that elections filled, declined ones too, with their holders, and the list for which each was elected.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ list: string | null; m: MembershipSummary; p: Person }[]} elected
UNWIND $ids AS id
CALL (id) {
  MATCH (x:Election {id: id})<-[t:ELECTED_AT]-(a:Appointment)-[o:OF]->(p:Person)
  WHERE t.recordedAt <= $knownAt AND t.retractedAt > $knownAt
    AND o.recordedAt <= $knownAt AND o.retractedAt > $knownAt
  WITH a.membership AS membership, t.list AS list, p
  MATCH (p)-[m:MEMBER_OF|DECLINED]->(b:Body)
  WHERE m.id = membership
    AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  RETURN collect({list: list, m: m{.*}, p: p{.*}}) AS elected
}
RETURN id, elected
