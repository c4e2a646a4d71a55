// Things with a name or alias that has one of some words and, for each list of words, one that begins with the first or is one of the others.
// @param {string[]} anchors
// @param {string[][]} needed
// @param {string[]} labels
// @param {number} limit
// @param {number} knownAt
// @row {string} id
// @row {string} text
// @row {string[]} words
// @row {NameKind} kind
// @row {number} length
// @row {string} name
UNWIND $anchors AS anchor
MATCH (w:SearchWord {text: anchor})<-[:HAS_WORD]-(n:Name)<-[c:CALLED]-(x:Node)
WHERE ALL(words IN $needed WHERE ANY(other IN n.words WHERE other STARTS WITH words[0] OR other IN words))
  AND c.recordedAt <= $knownAt AND c.retractedAt > $knownAt
  AND ANY(label IN labels(x) WHERE label IN $labels)
WITH DISTINCT x, n ORDER BY size(n.text), n.id LIMIT $limit
RETURN x.id AS id, n.text AS text, n.words AS words, n.kind AS kind, size(n.text) AS length, n.id AS name
ORDER BY length, name
