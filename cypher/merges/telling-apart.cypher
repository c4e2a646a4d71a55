// What says, as recorded now, that two people are different.
// @param {string} one
// @param {string} other
// @param {number} never
// @row {string} id
MATCH (p:Person {id: $one})<-[c:CONCERNS]-(m:Merging)-[d:CONCERNS]->(q:Person {id: $other})
WHERE c.retractedAt = $never AND d.retractedAt = $never
RETURN m.id AS id
ORDER BY id
