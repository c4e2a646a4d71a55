// The bodies of some kinds.
// @param {string[]} kinds
// @row {string} id
MATCH (b:Body)
WHERE b.kind IN $kinds
RETURN b.id AS id
