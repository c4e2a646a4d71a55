// Appointments by id, as recorded now.
// @param {string[]} ids
// @row {Appointment} a
UNWIND $ids AS id
MATCH (a:Appointment {id: id})
RETURN a{.*} AS a
