// Those of some folded words that no name has.
// @param {string[]} words
// @row {string} text
UNWIND $words AS word
MATCH (w:SearchWord {text: word})
WHERE NOT EXISTS { MATCH (w)<-[:HAS_WORD]-(n:Name) }
RETURN w.text AS text
