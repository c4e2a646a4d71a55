// What has an official code, or had one, or bears identifiers, with when it exists.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {Coded} x
// @row {{ i: BorneIdentifier }[]} identifiers
UNWIND $ids AS id
MATCH (x:Node {id: id})
WHERE x:Person OR x:Principal
CALL (id) {
  MATCH (o:Node {id: id})-[r:BEARS]->(i:Identifier)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  WITH i ORDER BY i.id
  RETURN collect({i: i{.*}}) AS identifiers
}
WITH id, x, identifiers
WHERE x.code IS NOT NULL OR x.recordedAt > $knownAt OR size(identifiers) > 0
RETURN id, x{.*} AS x, identifiers
