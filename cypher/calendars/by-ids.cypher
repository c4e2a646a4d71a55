// Calendars by id, as recorded now.
// @param {string[]} ids
// @row {Calendar} c
UNWIND $ids AS id
MATCH (c:Calendar {id: id})
RETURN c{.*} AS c
