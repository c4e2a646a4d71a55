// All regions in the order of their sort keys, as recorded now.
// @row {string} key
// @row {Place} x
MATCH (x:Region)
RETURN x.sortKey AS key, x{.*} AS x
ORDER BY key
