// Every version of the edges that starts and ends are told of.
// @row {string} type
// @row {string} id
// @row {string} fromId
// @row {string} toId
// @row {number} recordedAt
// @row {number} retractedAt
// @row {string} because
MATCH (a:Node)-[r:MEMBER_OF|AFFILIATED_WITH|STOOD_IN|REPLACES|HAS_TERM|FOLLOWS|PART_OF|SUCCEEDS|COVERS|LIES_IN|CALLED]->(b:Node)
RETURN type(r) AS type, r.id AS id, a.id AS fromId, b.id AS toId, r.recordedAt AS recordedAt, r.retractedAt AS retractedAt, r.because AS because
