// Seats of bodies that are there on every day of a period and lie in a term by which a bound of theirs is known: those that are only possible are
// among the alternatives already.
// @param {string[]} ids
// @param {string} start
// @param {string} end
// @param {number} knownAt
// @row {string} id
// @row {{ m: AlternativeSeat }[]} seats
UNWIND $ids AS id
CALL (id) {
  MATCH (b:Body {id: id})<-[m:MEMBER_OF]-(p:Person)
  WHERE m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
    AND m.fromMin < $end AND m.untilMax > $start
    AND m.fromMax < $end AND m.untilMin > $start AND 'TERM' IN m.boundCauses
  RETURN collect({m: m{.*}}) AS seats
}
RETURN id, seats
