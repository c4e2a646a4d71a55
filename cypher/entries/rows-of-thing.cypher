// What editors kept of a thing before and after each entry that says something of it, as JSON.
// @param {string} thing
// @row {string} rows
MATCH (e:Entry)
WHERE $thing IN e.things
WITH e ORDER BY e.number
RETURN e.rows AS rows
