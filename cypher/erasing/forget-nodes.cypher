// Forgets nodes and all that joins them.
// @param {number[]} keys
UNWIND $keys AS key
MATCH (n)
WHERE id(n) = key
DETACH DELETE n
