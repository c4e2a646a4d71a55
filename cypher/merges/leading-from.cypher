// To which ids some lead, at a time of the record.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {string} to
UNWIND $ids AS id
MATCH (r:Redirect {from: id})
WHERE ((r.recordedAt <= $knownAt AND r.retractedAt > $knownAt)
    OR EXISTS { MATCH (r)<-[:OF]-(v:Version) WHERE v.recordedAt <= $knownAt AND v.retractedAt > $knownAt })
RETURN id, r.to AS to
