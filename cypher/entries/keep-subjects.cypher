// Counts an entry, and keeps under what it is found: what it wrote, what it names, in which bodies that lies, and who wrote it.
// @param {string[]} subjects
// @param {number} number
// @param {number} at
// @param {string} actor
// @param {string[]} bodies
MATCH (r:Revision {id: 'revision'})
SET r.entries = $number
WITH r
UNWIND $subjects AS subject
CREATE (:EntrySubject {subject: subject, number: $number, at: $at, actor: $actor, bodies: $bodies})
