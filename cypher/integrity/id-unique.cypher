// How many things carry an id, and what the edges that start there join.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {number} nodes
// @row {{ type: string; edge: string; starts: string[]; ends: string[]; toId: string }[]} edges
UNWIND $ids AS id
CALL (id) { MATCH (n:Node {id: id}) RETURN count(n) AS nodes }
CALL (id) {
  MATCH (n:Node {id: id})-[r]->(o:Node)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  WITH type(r) AS type, labels(n) AS starts, labels(o) AS ends, min(r.id) AS edge, min(o.id) AS toId
  RETURN collect({type: type, edge: edge, starts: starts, ends: ends, toId: toId}) AS edges
}
RETURN id, nodes, edges
