// The last day, month or year on which a source shows anyone in bodies.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {string | null} day
UNWIND $ids AS id
CALL (id) {
  MATCH (b:Body {id: id})<-[m:MEMBER_OF]-(p:Person)
  WHERE m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  UNWIND m.seenOn AS seen
  RETURN max(seen) AS day
}
RETURN id, day
