// How many ties people have had to a party or municipality, as far as so many.
// @param {string} id
// @param {number} most
// @param {number} knownAt
// @row {number} count
MATCH (x:Principal {id: $id})<-[a:AFFILIATED_WITH]-(p:Person)
WHERE a.recordedAt <= $knownAt AND a.retractedAt > $knownAt
WITH a LIMIT $most
RETURN count(a) AS count
