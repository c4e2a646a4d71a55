// The versions of things that were recorded more than once: of nodes, and of the edges that start at them.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ n: EdgeVersion }[]} last
// @row {{ v: EdgeVersion }[]} earlier
// @row {{ versions: { r: EdgeVersion }[] }[]} edges
UNWIND $ids AS id
CALL (id) {
  MATCH (n:Node {id: id})
  WHERE n.recordedAt <= $knownAt
  RETURN collect({n: n{.*}}) AS last
}
CALL (id) {
  MATCH (o:Node {id: id})<-[:OF]-(v:Version)
  WHERE v.recordedAt <= $knownAt
  RETURN collect({v: v{.*}}) AS earlier
}
CALL (id) {
  MATCH (o:Node {id: id})-[r]->(x:Node)
  WHERE r.recordedAt <= $knownAt
  WITH r.id AS edge, collect({r: r{.*}}) AS versions
  WHERE size(versions) > 1
  RETURN collect({versions: versions}) AS edges
}
RETURN id, last, earlier, edges
