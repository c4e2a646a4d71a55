// All names, with the words by which a graph before format 4 finds them.
// @row {string} id
// @row {string} text
// @row {string[]} words
MATCH (n:Name)
RETURN n.id AS id, n.text AS text, n.words AS words
