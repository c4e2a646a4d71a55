// When somebody acted in the offices of bodies, at a time of the record.
// @param {string[]} ids
// @param {number} knownAt
// @row {StandIn} s
UNWIND $ids AS id
MATCH (b:Body {id: id})<-[r:OFFICE_OF]-(x:Office)<-[s:STOOD_IN]-(a:Appointment)
WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  AND s.recordedAt <= $knownAt AND s.retractedAt > $knownAt
RETURN s{.*} AS s
