// Keeps what is known of a writer: a full replace, not a merge.
// @param {string} id
// @param {Writer} row
MERGE (w:Writer {id: $id})
SET w = $row
