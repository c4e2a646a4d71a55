// Places that have an official code, or had one, with when they exist.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {Coded} x
UNWIND $ids AS id
MATCH (x:Principal {id: id})
WHERE x.code IS NOT NULL OR x.recordedAt > $knownAt
RETURN id, x{.*} AS x
