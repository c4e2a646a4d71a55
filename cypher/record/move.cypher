// Moves the revision.
// @param {number} number
// @param {number} at
MATCH (r:Revision {id: 'revision'})
SET r.number = $number, r.at = $at
