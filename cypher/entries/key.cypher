// What was told under a key.
// @param {string} id
// @row {EntryKey} k
MATCH (k:EntryKey {id: $id})
RETURN k{.*} AS k
