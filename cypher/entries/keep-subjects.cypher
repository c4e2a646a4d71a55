// Keeps under what an entry is found: what it wrote, what it names, in which bodies that lies, and who wrote it.
// @param {string[]} subjects
// @param {number} number
// @param {number} at
// @param {string} actor
// @param {string[]} bodies
UNWIND $subjects AS subject
CREATE (:EntrySubject {subject: subject, number: $number, at: $at, actor: $actor, bodies: $bodies})
