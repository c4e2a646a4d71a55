// Who was at which meeting by id, as recorded now.
// @param {string[]} ids
// @row {Attendance} x
UNWIND $ids AS id
MATCH (x:Attendance {id: id})
RETURN x{.*} AS x
