// The names of things that have several.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ r: DatedTie }[]} names
UNWIND $ids AS id
CALL (id) {
  MATCH (x:Node {id: id})-[r:CALLED]->(n:Name)
  WHERE n.kind = 'NAME'
    AND r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  WITH r ORDER BY r.id
  RETURN collect({r: r{.*}}) AS names
}
RETURN id, names
