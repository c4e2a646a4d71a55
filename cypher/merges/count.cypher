// How many ids lead to others, or once did.
// @row {number} count
MATCH (r:Redirect)
RETURN count(r) AS count
