// How many nodes carry an id, as things and as what they are, and what the edges that start there join.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {number} nodes
// @row {number} kinds
// @row {{ type: string; edge: string; starts: string[]; ends: string[]; toId: string }[]} edges
UNWIND $ids AS id
CALL (id) { MATCH (n:Node {id: id}) RETURN count(n) AS nodes }
CALL (id) { MATCH (n:Person {id: id}) RETURN count(n) AS people }
CALL (id) { MATCH (n:Principal {id: id}) RETURN count(n) AS principals }
CALL (id) { MATCH (n:Term {id: id}) RETURN count(n) AS terms }
CALL (id) { MATCH (n:Name {id: id}) RETURN count(n) AS names }
CALL (id) { MATCH (n:Appointment {id: id}) RETURN count(n) AS appointments }
CALL (id) { MATCH (n:Meeting {id: id}) RETURN count(n) AS meetings }
CALL (id) { MATCH (n:AgendaItem {id: id}) RETURN count(n) AS items }
CALL (id) { MATCH (n:Recommendation {id: id}) RETURN count(n) AS recommendations }
CALL (id) { MATCH (n:Decision {id: id}) RETURN count(n) AS decisions }
CALL (id) { MATCH (n:Agreement {id: id}) RETURN count(n) AS agreements }
CALL (id) { MATCH (n:Allocation {id: id}) RETURN count(n) AS allocations }
CALL (id) { MATCH (n:Statement {id: id}) RETURN count(n) AS statements }
CALL (id) { MATCH (n:Document {id: id}) RETURN count(n) AS documents }
CALL (id) { MATCH (n:Source {id: id}) RETURN count(n) AS sources }
CALL (id) { MATCH (n:Rule {id: id}) RETURN count(n) AS rules }
CALL (id) {
  MATCH (n:Node {id: id})-[r]->(o:Node)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  WITH type(r) AS type, labels(n) AS starts, labels(o) AS ends, min(r.id) AS edge, min(o.id) AS toId
  RETURN collect({type: type, edge: edge, starts: starts, ends: ends, toId: toId}) AS edges
}
RETURN id, nodes, people + principals + terms + names + appointments + meetings + items + decisions + agreements + allocations
  + recommendations + statements + documents + sources + rules AS kinds, edges
