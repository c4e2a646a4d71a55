// Parties with their letters.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {LetteredParty} x
// @row {{ n: CalledName; r: DatedTie }[]} letters
UNWIND $ids AS id
MATCH (x:Party {id: id})
CALL (id) {
  MATCH (o:Party {id: id})-[r:CALLED]->(n:Name)
  WHERE n.kind = 'LETTER'
    AND r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  WITH n, r ORDER BY r.id
  RETURN collect({n: n{.*}, r: r{.*}}) AS letters
}
RETURN id, x{.*} AS x, letters
