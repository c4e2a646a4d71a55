// Events by id, as recorded now.
// @param {string[]} ids
// @row {Event} e
UNWIND $ids AS id
MATCH (e:Event {id: id})
RETURN e{.*} AS e
