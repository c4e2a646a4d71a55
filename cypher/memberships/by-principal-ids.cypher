// Which seats are tied to principals: whose holders represent them, or were appointed or nominated by them.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {string[]} memberships
UNWIND $ids AS id
CALL (id) {
  MATCH (x:Principal {id: id})<-[t:REPRESENTING|BY|NOMINATED_BY]-(a:Appointment)
  WHERE t.recordedAt <= $knownAt AND t.retractedAt > $knownAt
  WITH DISTINCT a.membership AS membership ORDER BY membership
  RETURN collect(membership) AS memberships
}
RETURN id, memberships
