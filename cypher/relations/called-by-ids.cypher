// What is called by a name, by the ids of the edges to it, which are those of the names: at a time of the record.
// @param {string[]} ids
// @param {number} knownAt
// @row {Relation} r
UNWIND $ids AS id
MATCH (n:Name {id: replace(id, 'called:', 'name:')})<-[r:CALLED]-(x:Node)
WHERE r.id = id
  AND r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
RETURN r{.*} AS r
