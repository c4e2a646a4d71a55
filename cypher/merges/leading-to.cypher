// Which ids lead to some, at a time of the record.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {string[]} from
UNWIND $ids AS id
CALL (id) {
  MATCH (r:Redirect {to: id})
  WHERE ((r.recordedAt <= $knownAt AND r.retractedAt > $knownAt)
      OR EXISTS { MATCH (r)<-[:OF]-(v:Version) WHERE v.recordedAt <= $knownAt AND v.retractedAt > $knownAt })
  RETURN collect(r.from) AS from
}
RETURN id, from
