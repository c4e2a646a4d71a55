// When a revision was committed; no row where that is not kept.
// @param {number} number
// @row {number} at
MATCH (t:RevisionTime {number: $number})
RETURN t.at AS at
