// Every version of affiliations, at all times of the record.
// @param {string[]} ids
// @row {Affiliation} a
MATCH (p:Person)-[a:AFFILIATED_WITH]->(x:Node)
WHERE a.id IN $ids
RETURN a{.*} AS a
