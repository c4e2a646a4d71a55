// Every data set of the graph.
// @row {string} id
// @row {DataSet} d
MATCH (d:DataSet)
RETURN d.id AS id, d{.*} AS d
ORDER BY id
