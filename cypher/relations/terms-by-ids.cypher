// What has a term, by the ids of the edges to it, which are those of the terms: at a time of the record.
// @param {string[]} ids
// @param {number} knownAt
// @row {Relation} r
UNWIND $ids AS id
MATCH (t:Term {id: replace(id, 'has-term:', 'term:')})<-[r:HAS_TERM]-(x:Node)
WHERE r.id = id
  AND r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
RETURN r{.*} AS r
