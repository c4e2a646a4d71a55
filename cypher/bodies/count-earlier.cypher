// How many earlier versions of bodies there are of some ranks (0 certain, 1 possible, 2 not in force).
// @param {number[]} ranks
// @param {string[] | null} kinds
// @param {string} start
// @param {string} end
// @param {number} knownAt
// @row {number} count
MATCH (b:Version)-[:OF]->(n:Body)
WHERE ($kinds IS NULL OR b.kind IN $kinds)
  AND b.recordedAt <= $knownAt AND b.retractedAt > $knownAt
  AND CASE
    WHEN b.fromMax < $end AND b.untilMin > $start AND b.fromMax < b.untilMin THEN 0
    WHEN b.fromMin < $end AND b.untilMax > $start THEN 1
    ELSE 2 END IN $ranks
RETURN count(b) AS count
