// Seats that begin for certain on a day and replace another, in the order of their ids, after one of these.
// @param {string} day
// @param {string} after
// @param {number} limit
// @param {number} knownAt
// @row {string} id
// @row {Membership} m
MATCH (p:Person)-[m:MEMBER_OF]->(b:Body)
WHERE m.fromMin = $day AND m.fromMax = $day AND m.untilMin > $day AND m.id > $after
  AND m.recordedAt <= $knownAt AND m.retractedAt > $knownAt
  AND EXISTS {
    MATCH (p)<-[e:OF]-(a:Appointment)-[t:REPLACES]->(x:Appointment)
    WHERE a.membership = m.id
      AND e.recordedAt <= $knownAt AND e.retractedAt > $knownAt
      AND t.recordedAt <= $knownAt AND t.retractedAt > $knownAt
  }
WITH m ORDER BY m.fromMin, m.id LIMIT $limit
RETURN m.id AS id, m{.*} AS m
ORDER BY id
