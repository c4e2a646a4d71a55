// Edges of any version with a text that holds one of some words.
// @param {string[]} words
// @row {number} key
// @row {Record<string, unknown>} n
MATCH (a)-[n]->(b)
WITH n, toLower(toString(n{.*})) AS said
WHERE ANY(word IN $words WHERE said CONTAINS word)
RETURN id(n) AS key, n{.*} AS n
