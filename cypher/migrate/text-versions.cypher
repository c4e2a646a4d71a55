// Earlier versions of what is found by its words.
// @row {EarlierText} x
MATCH (n:Node)<-[:OF]-(x:Version)
WHERE n:Agreement OR n:Decision OR n:Document OR n:Statement
RETURN x{.*} AS x
