// The letters of parties.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ letter: string; r: DatedTie }[]} letters
UNWIND $ids AS id
CALL (id) {
  MATCH (x:Party {id: id})-[r:CALLED]->(n:Name)
  WHERE n.kind = 'LETTER'
    AND r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  WITH n, r ORDER BY r.id
  RETURN collect({letter: n.text, r: r{.*}}) AS letters
}
RETURN id, letters
