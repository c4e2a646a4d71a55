// Who follows calendars, and what is part of bodies: a step on the way to all that turns by calendars.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ r: Step }[]} steps
UNWIND $ids AS id
CALL (id) {
  MATCH (o:Node {id: id})<-[r:FOLLOWS|PART_OF]-(b:Body)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  WITH r ORDER BY r.id
  RETURN collect({r: r{.*}}) AS steps
}
RETURN id, steps
