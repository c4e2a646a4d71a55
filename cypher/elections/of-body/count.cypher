// How many elections of bodies lie in a period.
// @param {string[]} ids
// @param {string} from
// @param {string} to
// @param {number} knownAt
// @row {string} id
// @row {number} count
UNWIND $ids AS id
CALL (id) {
  MATCH (b:Body {id: id})<-[r:FILLS]-(x:Election)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
    AND x.sortKey >= substring($from, 0, 4) AND x.sortKey <= $to + '~'
    AND x.recordedAt <= $knownAt AND x.retractedAt > $knownAt
    AND substring($from, 0, size(x.on)) <= x.on AND x.on <= substring($to, 0, size(x.on))
  RETURN count(x) AS count
}
RETURN id, count
