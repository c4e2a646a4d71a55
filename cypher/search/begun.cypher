// Words of names that begin in one way.
// @param {string} beginning
// @row {string} word
MATCH (w:SearchWord)
WHERE w.text STARTS WITH $beginning
RETURN w.text AS word
