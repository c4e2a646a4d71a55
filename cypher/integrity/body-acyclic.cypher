// Which bodies things are part of, and what they succeed.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ kind: string; r: DatedTie }[]} edges
UNWIND $ids AS id
CALL (id) {
  MATCH (x:Principal {id: id})-[r:PART_OF|SUCCEEDS]->(o:Principal)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  WITH r ORDER BY r.id
  RETURN collect({kind: type(r), r: r{.*}}) AS edges
}
RETURN id, edges
