// The municipalities that have an official code, as recorded now.
// @param {string} code
// @row {string} id
MATCH (x:Municipality {code: $code})
RETURN x.id AS id
ORDER BY id
