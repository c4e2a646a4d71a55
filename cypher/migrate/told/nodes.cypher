// What the feed needs to know of every node, as recorded now.
// @row {string[]} labels
// @row {Tellable} n
MATCH (n:Node)
RETURN labels(n) AS labels, n{.*} AS n
