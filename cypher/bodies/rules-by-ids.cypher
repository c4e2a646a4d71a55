// What bodies say of their seats, as recorded now.
// @param {string[]} ids
// @row {SeatRules} b
UNWIND $ids AS id
MATCH (b:Body {id: id})
RETURN b{.*} AS b
