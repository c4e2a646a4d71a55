// Who follows calendars, on any day of a period.
// @param {string[]} ids
// @param {string} start
// @param {string} end
// @param {number} knownAt
// @row {string} id
// @row {{ r: Following }[]} followers
UNWIND $ids AS id
CALL (id) {
  MATCH (c:Calendar {id: id})<-[r:FOLLOWS]-(b:Body)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
    AND r.fromMin < $end AND r.untilMax > $start
  WITH r ORDER BY r.id
  RETURN collect({r: r{.*}}) AS followers
}
RETURN id, followers
