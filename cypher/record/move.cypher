// Moves the revision, and keeps when it did.
// @param {number} number
// @param {number} at
MATCH (r:Revision {id: 'revision'})
SET r.number = $number, r.at = $at
CREATE (:RevisionTime {number: $number, at: $at})
