// Every rule by which whoever holds an office has a seat, as recorded now.
// @row {Rule} r
MATCH (r:Rule)
WITH r ORDER BY r.id
RETURN r{.*} AS r
