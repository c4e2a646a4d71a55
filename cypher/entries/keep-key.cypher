// Keeps what was told under a key; what was told first stays.
// @param {string} id
// @param {EntryKey} row
MERGE (k:EntryKey {id: $id})
ON CREATE SET k.fingerprint = $row.fingerprint, k.result = $row.result, k.at = $row.at
