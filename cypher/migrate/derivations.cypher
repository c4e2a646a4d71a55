// By which rules seats were derived, in a graph of format 2: every version.
// @row {EarlierTie} t
MATCH (a:Appointment)-[t:GIVEN_BY]->(r:Rule)
RETURN t{.*} AS t
