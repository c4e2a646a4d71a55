// Bodies, parties and places with when their predecessors exist, and when they succeeded them.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {Lasting} successor
// @row {Lasting} b
// @row {DatedTie} r
UNWIND $ids AS id
MATCH (a:Principal {id: id})-[r:SUCCEEDS]->(b:Principal)
WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
WITH a AS successor, b, r ORDER BY successor.id, b.id, r.id
RETURN successor.id AS id, successor{.*} AS successor, b{.*} AS b, r{.*} AS r
