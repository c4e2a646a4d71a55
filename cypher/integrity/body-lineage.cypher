// Bodies with when their predecessors exist, and when they succeeded them.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {RuledBody} successor
// @row {RuledBody} b
// @row {DatedTie} r
UNWIND $ids AS id
MATCH (a:Body {id: id})-[r:SUCCEEDS]->(b:Body)
WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
WITH a AS successor, b, r ORDER BY successor.id, b.id, r.id
RETURN successor.id AS id, successor{.*} AS successor, b{.*} AS b, r{.*} AS r
