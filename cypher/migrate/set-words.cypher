// Gives names other folded words.
// @param {{id: string, words: string[]}[]} rows
UNWIND $rows AS row
MATCH (n:Name {id: row.id})
SET n.words = row.words
