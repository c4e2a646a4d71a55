// Gives earlier versions of nodes the folded words by which they are found.
// @param {{id: string, recordedAt: number, folded: string}[]} rows
UNWIND $rows AS row
MATCH (n:Node {id: row.id})<-[:OF]-(v:Version)
WHERE v.recordedAt = row.recordedAt
SET v.folded = row.folded
