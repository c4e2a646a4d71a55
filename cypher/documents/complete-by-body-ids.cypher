// The documents that list all members of bodies, and the day of the list where it is another than theirs.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ d: Document; on: string | null }[]} lists
UNWIND $ids AS id
CALL (id) {
  MATCH (b:Body {id: id})<-[r:LISTS]-(d:Document)
  WHERE r.complete
    AND r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  WITH d, r ORDER BY d.id, r.id
  RETURN collect({d: d{.*}, on: r.on}) AS lists
}
RETURN id, lists
