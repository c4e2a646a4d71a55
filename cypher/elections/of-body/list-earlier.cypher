// Earlier versions of elections of bodies, those in a period, in the order of their sort keys, after one of these.
// @param {string[]} ids
// @param {string} from
// @param {string} to
// @param {string} after
// @param {number} limit
// @param {number} knownAt
// @row {string} id
// @row {{ x: Election }[]} found
UNWIND $ids AS id
CALL (id) {
  MATCH (b:Body {id: id})<-[r:FILLS]-(n:Election)<-[:OF]-(x:Version)
  WHERE x.sortKey > $after
    AND r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
    AND x.sortKey >= substring($from, 0, 4) AND x.sortKey <= $to + '~'
    AND x.recordedAt <= $knownAt AND x.retractedAt > $knownAt
    AND substring($from, 0, size(x.on)) <= x.on AND x.on <= substring($to, 0, size(x.on))
  WITH x ORDER BY x.sortKey LIMIT $limit
  RETURN collect({x: x{.*}}) AS found
}
RETURN id, found
