// The format in which the graph is written; null: it does not say; no row before the first write.
// @row {number|null} format
MATCH (r:Revision {id: 'revision'})
RETURN r.format AS format
