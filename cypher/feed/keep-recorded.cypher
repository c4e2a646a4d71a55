// Keeps what was recorded, at its places in the feed, and how many items that holds now.
// @param {number} items
// @param {(string | number | null | string[])[][]} rows
MATCH (r:Revision {id: 'revision'})
SET r.items = $items
WITH r
UNWIND $rows AS row
CREATE (:FeedItem {position: row[0], revision: row[1], at: row[2], kind: 'RECORDED', tells: row[3], thing: row[4], fromId: row[5], person: row[6], body: row[7], municipalities: row[8], municipality: row[9]})
