// Identifiers by id, as recorded now.
// @param {string[]} ids
// @row {StoredIdentifier} i
UNWIND $ids AS id
MATCH (i:Identifier {id: id})
RETURN i{.*} AS i
