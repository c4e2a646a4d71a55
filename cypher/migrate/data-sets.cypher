// What a graph of format 2 knows of its data sets.
// @row {EarlierDataSet} d
MATCH (d:DataSet)
RETURN d{.*} AS d
