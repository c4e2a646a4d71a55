// Keeps the keys of folded words, by which search finds them where they are spelt otherwise.
// @param {{key: string, word: string}[]} rows
UNWIND $rows AS row
CREATE (:Spelling {key: row.key, word: row.word})
