// Keeps what is about several municipalities under each but its first.
// @param {(string | number)[][]} rows
UNWIND $rows AS row
MATCH (i:FeedItem {position: row[0]})
CREATE (c:OtherItem)
SET c = properties(i), c.municipality = row[1]
