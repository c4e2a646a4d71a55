// Writes edges anew where they are: no version of what they said stays.
// @param {{key: number, n: Record<string, unknown>}[]} rows
UNWIND $rows AS row
MATCH (a)-[n]->(b)
WHERE id(n) = row.key
SET n = row.n
