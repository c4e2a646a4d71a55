// The dated relations of things, in either direction, on any day of a period.
// @param {string[]} ids
// @param {string} start
// @param {string} end
// @param {number} knownAt
// @row {string} id
// @row {{ r: SeatAllotment }[]} relations
UNWIND $ids AS id
CALL (id) {
  MATCH (x:Node {id: id})-[r:COVERS|PART_OF|LIES_IN|GOVERNS|SUCCEEDS|HAS_SEATS|HAS_TERM|CALLED]-(o:Node)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
    AND r.fromMin < $end AND r.untilMax > $start
  WITH r ORDER BY r.id
  RETURN collect({r: r{.*}}) AS relations
}
RETURN id, relations
