// Who belongs to parties and municipalities on any day of a period, without what was printed of it.
// @param {string[]} ids
// @param {string} start
// @param {string} end
// @param {number} knownAt
// @row {string} id
// @row {{ a: Belonging; p: Person }[]} affiliations
UNWIND $ids AS id
CALL (id) {
  MATCH (x:Principal {id: id})<-[a:AFFILIATED_WITH]-(p:Person)
  WHERE a.recordedAt <= $knownAt AND a.retractedAt > $knownAt
    AND a.fromMin < $end AND a.untilMax > $start
  WITH a, p ORDER BY a.id
  RETURN collect({a: a{.*}, p: p{.*}}) AS affiliations
}
RETURN id, affiliations
