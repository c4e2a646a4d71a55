// Every earlier version of nodes, at all times of the record.
// @param {string[]} ids
// @row {Record<string, unknown>} v
UNWIND $ids AS id
MATCH (n:Node {id: id})<-[:OF]-(v:Version)
RETURN v{.*} AS v
