// What the feed needs to know of every version of an edge.
// @row {string} type
// @row {string} fromId
// @row {string} toId
// @row {Tellable} n
MATCH (a:Node)-[n:MEMBER_OF|DECLINED|AFFILIATED_WITH|COVERS|PART_OF|LIES_IN|GOVERNS|SUCCEEDS|HAS_SEATS|HAS_TERM|STOOD_IN|ON_LEAVE]->(b:Node)
RETURN type(n) AS type, a.id AS fromId, b.id AS toId, n{.*} AS n
