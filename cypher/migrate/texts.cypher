// What is found by the words of its title, or of its subject and text.
// @row {EarlierText} x
MATCH (x:Node)
WHERE x:Agreement OR x:Decision OR x:Document OR x:Statement
RETURN x{.*} AS x
