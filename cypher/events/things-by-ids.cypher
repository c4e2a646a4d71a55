// Bodies, places, parties and calendars by id with their names, as recorded now.
// @param {string[]} ids
// @row {Titled} x
UNWIND $ids AS id
MATCH (x:Node {id: id})
RETURN x{.*} AS x
