// What lies in, governs or is part of things, on any day of a period: a step on the way from a region to the bodies within it.
// @param {string[]} ids
// @param {string} start
// @param {string} end
// @param {number} knownAt
// @row {string} id
// @row {{ r: Inclusion }[]} steps
UNWIND $ids AS id
CALL (id) {
  MATCH (x:Node {id: id})<-[r:LIES_IN|GOVERNS|PART_OF]-(o:Node)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
    AND r.fromMin < $end AND r.untilMax > $start
  WITH r ORDER BY r.id
  RETURN collect({r: r{.*}}) AS steps
}
RETURN id, steps
