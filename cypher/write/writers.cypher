// Everyone who keeps rows, in the order in which they first wrote.
// @row {Writer} w
MATCH (w:Writer)
WITH w ORDER BY w.since, w.id
RETURN w{.*} AS w
