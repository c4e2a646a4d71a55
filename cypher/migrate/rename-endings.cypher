// Says why seats ended by the name and in the words of format 5: in every version.
MATCH (p:Person)-[m:MEMBER_OF]->(b:Body)
WHERE m.ending = 'RESIGNATION'
SET m.ended = 'RESIGNED'
REMOVE m.ending
