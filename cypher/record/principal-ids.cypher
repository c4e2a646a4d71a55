// The ids of principals in their order, after one of these.
// @param {string} after
// @param {number} limit
// @row {string} id
MATCH (n:Principal)
WHERE n.id > $after
WITH n.id AS id ORDER BY id LIMIT $limit
RETURN id
