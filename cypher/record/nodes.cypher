// Nodes as they are recorded now, retracted ones included.
// @param {string[]} ids
// @row {Record<string, unknown>} n
UNWIND $ids AS id
MATCH (n:Node {id: id})
RETURN n{.*} AS n
