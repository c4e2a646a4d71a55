// Which ids lead to others, as recorded now, in their order, after one of these.
// @param {string} after
// @param {number} limit
// @param {number} never
// @row {string} from
// @row {string} to
MATCH (r:Redirect)
WHERE r.from > $after AND r.retractedAt = $never
WITH r.from AS from, r.to AS to ORDER BY from LIMIT $limit
RETURN from, to
