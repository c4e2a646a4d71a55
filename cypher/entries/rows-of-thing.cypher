// What editors kept of things before and after each entry that wrote some, as JSON.
// @param {string} subject
// @row {string} rows
MATCH (s:EntrySubject {subject: $subject})
WITH s.number AS number
MATCH (e:Entry {number: number})
RETURN e.rows AS rows
ORDER BY e.number
