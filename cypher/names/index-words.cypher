// Ties names to their folded words, by which search finds them.
// @param {{name: string, word: string}[]} rows
UNWIND $rows AS row
MATCH (n:Name {id: row.name})
MERGE (w:SearchWord {text: row.word})
MERGE (n)-[:HAS_WORD]->(w)
