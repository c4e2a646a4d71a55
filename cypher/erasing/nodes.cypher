// Nodes, versions and all else that is kept, with a text that holds one of some words.
// @param {string[]} words
// @row {number} key
// @row {string[]} labels
// @row {Record<string, unknown>} n
MATCH (n)
WITH n, toLower(toString(n{.*})) AS said
WHERE ANY(word IN $words WHERE said CONTAINS word)
RETURN id(n) AS key, labels(n) AS labels, n{.*} AS n
