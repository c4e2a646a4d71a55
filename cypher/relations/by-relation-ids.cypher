// Relations of bodies, places and parties by their own ids, at a time of the record.
// @param {string[]} ids
// @param {number} knownAt
// @row {Relation} r
MATCH (x:Principal)-[r:COVERS|PART_OF|LIES_IN|GOVERNS|SUCCEEDS|HAS_SEATS]->(y:Principal)
WHERE r.id IN $ids
  AND r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
RETURN r{.*} AS r
