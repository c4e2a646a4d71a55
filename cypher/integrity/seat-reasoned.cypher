// Things, and the edges that start at them, that are inferred or derived without a reason; an event has that of its row.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {FoundedNode} n
// @row {{ toId: string; r: Founded }[]} edges
UNWIND $ids AS id
MATCH (n:Node {id: id})
WHERE NOT n:Event
CALL (id) {
  MATCH (o:Node {id: id})-[r]->(x:Node)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
    AND r.reason IS NULL
    AND (r.basis <> 'STATED' OR r.fromBasis <> 'STATED' OR r.untilBasis <> 'STATED')
  WITH r, x ORDER BY r.id
  RETURN collect({toId: x.id, r: r{.*}}) AS edges
}
RETURN id, n{.*} AS n, edges
