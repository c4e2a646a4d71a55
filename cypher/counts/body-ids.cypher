// The ids of bodies of some kinds, or of any, as recorded now.
// @param {string[] | null} kinds
// @row {string} id
MATCH (b:Body)
WHERE ($kinds IS NULL OR b.kind IN $kinds)
RETURN b.id AS id
ORDER BY id
