// What the feed needs to know of every earlier version of a node.
// @row {string[]} labels
// @row {Tellable} n
MATCH (n:Version)-[:OF]->(x:Node)
RETURN labels(x) AS labels, n{.*} AS n
