// Words of names that have one of some keys.
// @param {string[]} keys
// @param {number} limit
// @row {string} word
MATCH (s:Spelling)
WHERE s.key IN $keys
RETURN DISTINCT s.word AS word
ORDER BY word LIMIT $limit
