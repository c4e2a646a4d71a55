// People who are or were called by the words of some names, each found by one of them.
// @param {{ anchor: string; words: string[] }[]} names
// @param {number} knownAt
// @row {string} id
// @row {string[]} words
UNWIND $names AS name
MATCH (w:SearchWord {text: name.anchor})<-[:HAS_WORD]-(n:Name)<-[c:CALLED]-(p:Person)
WHERE size(n.words) = size(name.words) AND ALL(word IN name.words WHERE word IN n.words)
  AND c.recordedAt <= $knownAt AND c.retractedAt > $knownAt
RETURN DISTINCT p.id AS id, n.words AS words
