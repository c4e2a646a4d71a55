// What bodies follow and are part of: a step on the way to the calendars by which they turn.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ r: Step }[]} steps
UNWIND $ids AS id
CALL (id) {
  MATCH (b:Body {id: id})-[r:FOLLOWS|PART_OF]->(o:Node)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  WITH r ORDER BY r.id
  RETURN collect({r: r{.*}}) AS steps
}
RETURN id, steps
