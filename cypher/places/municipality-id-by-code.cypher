// The municipality that has an official code.
// @param {string} code
// @row {string} id
MATCH (x:Municipality {code: $code})
RETURN x.id AS id
ORDER BY id
