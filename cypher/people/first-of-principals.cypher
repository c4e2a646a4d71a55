// The first people of a party or municipality on any day of a period, by affiliation and by a seat in its council: the certain ones (rank 0) first, then by sort key.
// Their edges are looked at in the order of the keys, until enough are certain; the possible ones are read only where too few are.
// @param {string[]} ids
// @param {number} limit
// @param {string} start
// @param {string} end
// @param {number} knownAt
// @row {string} id
// @row {{ p: Person }[]} certain
// @row {{ p: Person }[]} possible
// @row {{ rank: number; p: Person }[]} councillors
UNWIND $ids AS id
CALL (id) {
  MATCH (x:Principal {id: id})<-[a:AFFILIATED_WITH]-(p:Person)
  WITH a, p ORDER BY p.sortKey
  WITH a, p
  WHERE a.recordedAt <= $knownAt AND a.retractedAt > $knownAt
    AND a.fromMax < $end AND a.untilMin > $start AND a.fromMax < a.untilMin
  WITH DISTINCT p ORDER BY p.sortKey LIMIT $limit
  RETURN collect({p: p{.*}}) AS certain
}
CALL (id, certain) {
  MATCH (x:Principal {id: id})<-[a:AFFILIATED_WITH]-(p:Person)
  WHERE size(certain) < $limit
    AND a.recordedAt <= $knownAt AND a.retractedAt > $knownAt
    AND a.fromMin < $end AND a.untilMax > $start
  WITH DISTINCT p ORDER BY p.sortKey LIMIT $limit
  RETURN collect({p: p{.*}}) AS possible
}
CALL (id) {
  MATCH (x:Municipality {id: id})<-[r:GOVERNS]-(b:Body)<-[m:MEMBER_OF]-(p:Person)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
    AND r.fromMin < $end AND r.untilMax > $start
    AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
    AND m.fromMin < $end AND m.untilMax > $start
    AND m.role <> 'SUBSTITUTE'
  WITH p, min(CASE
    WHEN r.fromMax < $end AND r.untilMin > $start AND r.fromMax < r.untilMin
      AND m.fromMax < $end AND m.untilMin > $start AND m.fromMax < m.untilMin THEN 0
    ELSE 1 END) AS rank
  ORDER BY rank, p.sortKey LIMIT $limit
  RETURN collect({rank: rank, p: p{.*}}) AS councillors
}
RETURN id, certain, possible, councillors
