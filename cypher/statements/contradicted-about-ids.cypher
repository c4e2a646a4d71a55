// What statements are about that other statements contradict, and that are about some things.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {string[]} about
UNWIND $ids AS thing
MATCH (x:Node {id: thing})<-[a:ABOUT]-(s:Statement)-[r:CONFLICTS_WITH]-(o:Statement)
WHERE a.recordedAt <= $knownAt AND a.retractedAt > $knownAt
  AND r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
WITH DISTINCT s.id AS id, s.about AS about
RETURN id, about
ORDER BY id
