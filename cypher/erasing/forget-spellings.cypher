// Forgets by which keys folded words are found.
// @param {string[]} words
MATCH (s:Spelling)
WHERE s.word IN $words
DELETE s
