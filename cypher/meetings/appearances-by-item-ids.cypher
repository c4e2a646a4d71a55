// Who appeared at agenda items, by name.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ a: Appearance, p: Person }[]} appearances
UNWIND $ids AS id
CALL (id) {
  MATCH (i:AgendaItem {id: id})<-[a:APPEARED_AT]-(p:Person)
  WHERE a.recordedAt <= $knownAt AND a.retractedAt > $knownAt
  WITH a, p ORDER BY p.sortKey, a.id
  RETURN collect({a: a{.*}, p: p{.*}}) AS appearances
}
RETURN id, appearances
