// Forgets folded words.
// @param {string[]} words
UNWIND $words AS word
MATCH (w:SearchWord {text: word})
DETACH DELETE w
