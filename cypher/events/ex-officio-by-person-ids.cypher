// Which memberships of people they hold by virtue of an office, as recorded now.
// @param {string[]} ids
// @row {string} membership
UNWIND $ids AS id
MATCH (p:Person {id: id})<-[:OF]-(a:Appointment)
WHERE a.exOfficio IS NOT NULL
RETURN DISTINCT a.membership AS membership
