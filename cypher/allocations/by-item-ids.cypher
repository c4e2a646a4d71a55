// The numbers given at agenda items.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ x: Allocation }[]} allocations
UNWIND $ids AS id
CALL (id) {
  MATCH (i:AgendaItem {id: id})<-[r:GIVEN_AT]-(x:Allocation)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  WITH x ORDER BY x.id
  RETURN collect({x: x{.*}}) AS allocations
}
RETURN id, allocations
