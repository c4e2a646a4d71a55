// The seats that may be in offices on some day of a period: those of the body that name it, and those with the role that name none. An office keeps its body and its role.
// @param {string[]} ids
// @param {string} start
// @param {string} end
// @param {number} knownAt
// @row {string} id
// @row {{ m: Membership; p: Person }[]} seats
UNWIND $ids AS id
CALL (id) {
  MATCH (x:Office {id: id})-[r:OFFICE_OF]->(b:Body)<-[m:MEMBER_OF]-(p:Person)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
    AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
    AND m.fromMin < $end AND m.untilMax > $start
    AND (m.office = id OR (m.office IS NULL AND m.role = x.role))
  WITH m, p ORDER BY m.id
  RETURN collect({m: m{.*}, p: p{.*}}) AS seats
}
RETURN id, seats
