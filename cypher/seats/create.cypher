// Adds versions of seat allotments.
// @param {SeatAllotment[]} rows
UNWIND $rows AS row
MATCH (x:Principal {id: row.fromId})
MATCH (b:Body {id: row.toId})
CREATE (x)-[r:HAS_SEATS {id: row.id}]->(b)
SET r = row
