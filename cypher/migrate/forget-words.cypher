// Forgets words that no name has any more.
// @param {string[]} words
UNWIND $words AS word
MATCH (w:Word {text: word})
DETACH DELETE w
