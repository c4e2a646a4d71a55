// Who keeps the record of bodies complete, whenever.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ x: Register }[]} registers
UNWIND $ids AS id
CALL (id) {
  MATCH (b:Body {id: id})<-[r:KEEPS]-(x:Register)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  WITH x ORDER BY x.id
  RETURN collect({x: x{.*}}) AS registers
}
RETURN id, registers
