// What right somebody has to fill seats of a body, whenever.
// @param {string} by
// @param {string} body
// @param {number} knownAt
// @row {SeatAllotment} r
MATCH (x:Principal {id: $by})-[r:HAS_SEATS]->(b:Body {id: $body})
WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
RETURN r{.*} AS r
