// Moves the revision, and keeps when it did; `written`: the last one by which anything was recorded.
// @param {number} number
// @param {number} at
// @param {number} written
MATCH (r:Revision {id: 'revision'})
SET r.number = $number, r.at = $at, r.written = $written
CREATE (:RevisionTime {number: $number, at: $at})
