// Who was at meetings.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ x: Attendance }[]} attendance
UNWIND $ids AS id
CALL (id) {
  MATCH (m:Meeting {id: id})<-[r:ATTENDANCE_AT]-(x:Attendance)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  WITH x ORDER BY x.id
  RETURN collect({x: x{.*}}) AS attendance
}
RETURN id, attendance
