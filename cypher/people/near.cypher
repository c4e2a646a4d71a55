// People who hold or held seats in bodies, or were at home in places, with those names that share a word with a name, or have no more than one.
// @param {string[]} ids
// @param {string[]} words
// @param {number} knownAt
// @row {string} id
// @row {string[]} words
UNWIND $ids AS id
MATCH (x:Node {id: id})<-[r:MEMBER_OF|AFFILIATED_WITH]-(p:Person)
WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
MATCH (p)-[c:CALLED]->(n:Name)
WHERE c.recordedAt <= $knownAt AND c.retractedAt > $knownAt
  AND (size(n.words) = 1 OR ANY(word IN n.words WHERE word IN $words))
RETURN DISTINCT p.id AS id, n.words AS words
