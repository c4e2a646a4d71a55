// Keeps keys of folded words, by which search finds them where they are spelt otherwise: lists of a key and a word, which an engine takes faster than maps.
// @param {string[][]} rows
UNWIND $rows AS row
CREATE (:Spelling {key: row[0], word: row[1]})
