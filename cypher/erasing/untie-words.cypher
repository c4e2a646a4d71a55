// Unties names from their folded words.
// @param {string[]} ids
UNWIND $ids AS id
MATCH (n:Name {id: id})-[h:HAS_WORD]->(w:SearchWord)
DELETE h
