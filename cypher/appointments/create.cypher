// Adds appointments.
// @param {Appointment[]} rows
UNWIND $rows AS row
CREATE (n:Node:Appointment {id: row.id})
SET n = row
