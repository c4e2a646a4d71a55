// Identifiers of a value, of one scheme or of any, as recorded now.
// @param {string} value
// @param {string | null} scheme
// @row {string} id
// @row {StoredIdentifier} i
MATCH (i:Identifier {value: $value})
WHERE ($scheme IS NULL OR i.scheme = $scheme)
RETURN i.id AS id, i{.*} AS i
ORDER BY id
