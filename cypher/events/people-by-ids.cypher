// People by id with what events say of them, as recorded now.
// @param {string[]} ids
// @row {Mortal} p
UNWIND $ids AS id
MATCH (p:Person {id: id})
RETURN p{.*} AS p
