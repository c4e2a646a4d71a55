// Keeps by what seeding knows what was erased, and counts one more erasure.
// @param {Erasure} row
MATCH (r:Revision {id: 'revision'})
CREATE (e:Erasure)
SET e = $row, r.erasures = coalesce(r.erasures, 0) + 1
