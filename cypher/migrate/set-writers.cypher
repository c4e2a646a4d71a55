// Says of seats who says that they are held.
// @param {{id: string, writers: string[]}[]} rows
UNWIND $rows AS row
MATCH (a:Appointment {id: row.id})
SET a.writers = row.writers
