// Who bears identifiers of schemes, as recorded now.
// @param {{ scheme: string; value: string }[]} identifiers
// @param {number} knownAt
// @row {string} id
// @row {string} scheme
// @row {string} value
UNWIND $identifiers AS one
MATCH (i:Identifier {value: one.value})<-[r:BEARS]-(x:Node)
WHERE i.scheme = one.scheme AND r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
RETURN DISTINCT x.id AS id, i.scheme AS scheme, i.value AS value
