// What governs things, and what they govern.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ r: DatedTie }[]} governs
UNWIND $ids AS id
CALL (id) {
  MATCH (x:Principal {id: id})-[r:GOVERNS]-(o:Principal)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  WITH r ORDER BY r.id
  RETURN collect({r: r{.*}}) AS governs
}
RETURN id, governs
