// Recommendations by id, as recorded now.
// @param {string[]} ids
// @row {Recommendation} x
UNWIND $ids AS id
MATCH (x:Recommendation {id: id})
RETURN x{.*} AS x
