// The parties that ever held a letter.
// @param {string} letter
// @row {string} id
MATCH (n:Name {text: $letter})<-[c:CALLED]-(x:Party)
WHERE n.kind = 'LETTER'
RETURN DISTINCT x.id AS id
ORDER BY id
