// Unties names from the words that they had.
// @param {string[]} ids
UNWIND $ids AS id
MATCH (n:Name {id: id})-[h:HAS_WORD]->(w:Word)
DELETE h
