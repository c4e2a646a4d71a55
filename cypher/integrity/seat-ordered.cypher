// Dated edges whose bounds are out of order; of one that is in force on no day both bounds of the end are the earliest start.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ toId: string; r: DatedTie }[]} edges
UNWIND $ids AS id
CALL (id) {
  MATCH (n:Node {id: id})-[r:MEMBER_OF|AFFILIATED_WITH|COVERS|PART_OF|LIES_IN|GOVERNS|SUCCEEDS|FOLLOWS|HAS_SEATS|HAS_TERM|CALLED]->(o:Node)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
    AND (r.fromMin > r.fromMax OR r.untilMin > r.untilMax OR r.fromMin > r.untilMax OR (r.fromMin = r.untilMax AND r.untilMin < r.untilMax))
  WITH r, o ORDER BY r.id
  RETURN collect({toId: o.id, r: r{.*}}) AS edges
}
RETURN id, edges
