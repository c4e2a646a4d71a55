// The parties that ever held a letter.
// @param {string} letter
// @param {number} knownAt
// @row {string} id
MATCH (n:Name {text: $letter})<-[c:CALLED]-(x:Party)
WHERE n.kind = 'LETTER'
  AND c.recordedAt <= $knownAt AND c.retractedAt > $knownAt
RETURN DISTINCT x.id AS id
ORDER BY id
