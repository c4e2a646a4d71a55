// Forgets what a graph of format 2 knew of its data sets.
MATCH (d:DataSet)
DELETE d
