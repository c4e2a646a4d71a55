// Adds meetings.
// @param {Meeting[]} rows
UNWIND $rows AS row
CREATE (n:Node:Meeting {id: row.id})
SET n = row
