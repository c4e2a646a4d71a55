// Edges of any version with a text that holds one of some words.
// @param {string[]} words
// @row {number} key
// @row {Record<string, unknown>} n
MATCH (a)-[n]->(b)
WHERE ANY(column IN keys(n) WHERE ANY(word IN $words WHERE toLower(toString(n[column])) CONTAINS word))
RETURN id(n) AS key, n{.*} AS n
