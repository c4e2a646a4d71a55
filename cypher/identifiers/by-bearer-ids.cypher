// The identifiers of things, whenever they bear them.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ i: StoredIdentifier }[]} identifiers
UNWIND $ids AS id
CALL (id) {
  MATCH (x:Node {id: id})-[r:BEARS]->(i:Identifier)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  WITH i ORDER BY i.id
  RETURN collect({i: i{.*}}) AS identifiers
}
RETURN id, identifiers
