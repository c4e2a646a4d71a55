// The leaves, stand-ins, relations, terms and rights to seats that name any of some passages, at a time of the record.
// @param {string[]} sources
// @param {number} knownAt
// @row {string} type
// @row {string} fromId
// @row {string} toId
// @row {Record<string, unknown>} r
MATCH (a:Node)-[r:ON_LEAVE|STOOD_IN|COVERS|PART_OF|LIES_IN|GOVERNS|SUCCEEDS|FOLLOWS|HAS_TERM|HAS_SEATS]->(b:Node)
WHERE ANY(passage IN r.sources WHERE passage IN $sources)
  AND r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
RETURN type(r) AS type, a.id AS fromId, b.id AS toId, r{.*} AS r
