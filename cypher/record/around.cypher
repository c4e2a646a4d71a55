// What things say of themselves, by the names of its columns; the types of their recorded edges, and of those of the seats in or of them.
// @param {string[]} ids
// @param {number} never
// @row {string} id
// @row {string[]} columns
// @row {string[]} own
// @row {string[]} ofSeats
UNWIND $ids AS id
MATCH (x:Node {id: id})
CALL (id) {
  MATCH (n:Node {id: id})-[r]-(o:Node)
  WHERE r.retractedAt = $never
  RETURN collect(DISTINCT type(r)) AS own
}
CALL (id) {
  MATCH (n:Node {id: id})<-[e:TO|OF]-(a:Appointment)-[r]-(o:Node)
  WHERE e.retractedAt = $never AND r.retractedAt = $never
  RETURN collect(DISTINCT type(r)) AS ofSeats
}
RETURN id, [column IN keys(x) WHERE x[column] IS NOT NULL] AS columns, own, ofSeats
