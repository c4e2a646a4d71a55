// Entries after one which wrote or name some things, the last first, with what takes each back.
// @param {string[]} subjects
// @param {number} number
// @row {number} number
// @row {Entry} e
UNWIND $subjects AS subject
MATCH (s:EntrySubject {subject: subject})
WHERE s.number > $number
WITH DISTINCT s.number AS number
MATCH (e:Entry {number: number})
RETURN e.number AS number, e{.*} AS e
ORDER BY number DESC
