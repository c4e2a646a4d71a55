// What seats depended on, in a graph of format 2: every version.
// @row {EarlierTie} t
MATCH (a:Appointment)-[t:RESTS_ON]->(x:Node)
RETURN t{.*} AS t
