// Keeps what an entry wrote and what it names, so that it is found by these.
// @param {number} number
// @param {string[]} subjects
UNWIND $subjects AS subject
CREATE (:EntrySubject {subject: subject, number: $number})
