// People by id, as recorded now.
// @param {string[]} ids
// @row {Person} p
UNWIND $ids AS id
MATCH (p:Person {id: id})
RETURN p{.*} AS p
