// Forgets by which rules seats were derived, in a graph of format 2.
MATCH (a:Appointment)-[t:GIVEN_BY]->(r:Rule)
DELETE t
