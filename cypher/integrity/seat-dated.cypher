// The seats of people that have neither a date nor a sighting, with what is stated of their dates.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ id: string; stated: string }[]} seats
UNWIND $ids AS id
CALL (id) {
  MATCH (p:Person {id: id})-[m:MEMBER_OF]->(b:Body)
  WHERE m.from IS NULL AND m.until IS NULL AND m.open = false AND size(m.seenOn) = 0
    AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  WITH m ORDER BY m.id
  RETURN collect({id: m.id, stated: m.stated}) AS seats
}
RETURN id, seats
