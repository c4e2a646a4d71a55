// Gives nodes the folded words by which they are found.
// @param {{id: string, folded: string}[]} rows
UNWIND $rows AS row
MATCH (n:Node {id: row.id})
SET n.folded = row.folded
