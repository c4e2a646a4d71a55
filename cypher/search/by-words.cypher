// Things whose name or alias has a word for each of the given prefixes; the anchor is the longest of these.
// @param {string} anchor
// @param {string} beyond
// @param {string[]} words
// @param {string[]} labels
// @param {number} limit
// @param {number} knownAt
// @row {string} id
// @row {string} text
// @row {NameKind} kind
// @row {number} length
// @row {string} name
MATCH (w:Word)<-[:HAS_WORD]-(n:Name)<-[c:CALLED]-(x:Node)
WHERE w.text >= $anchor AND w.text < $beyond
  AND ALL(word IN $words WHERE ANY(other IN n.words WHERE other STARTS WITH word))
  AND c.recordedAt <= $knownAt AND c.retractedAt > $knownAt
  AND ANY(label IN labels(x) WHERE label IN $labels)
WITH DISTINCT x, n ORDER BY size(n.text), n.id LIMIT $limit
RETURN x.id AS id, n.text AS text, n.kind AS kind, size(n.text) AS length, n.id AS name
ORDER BY length, name
