// Those of some folded words that names have already.
// @param {string[]} words
// @row {string} text
UNWIND $words AS word
MATCH (w:SearchWord {text: word})
RETURN w.text AS text
