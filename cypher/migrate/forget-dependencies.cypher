// Forgets what seats depended on, in a graph of format 2.
MATCH (a:Appointment)-[t:RESTS_ON]->(x:Node)
DELETE t
