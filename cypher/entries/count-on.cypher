// How many entries under some subjects pass a filter.
// @param {string[]} subjects
// @param {string | null} actor
// @param {string[] | null} bodies
// @param {number} since
// @param {number} until
// @row {number} count
UNWIND $subjects AS subject
MATCH (s:EntrySubject {subject: subject})
WHERE s.at >= $since AND s.at < $until
  AND ($actor IS NULL OR s.actor = $actor)
  AND ($bodies IS NULL OR ANY(body IN $bodies WHERE body IN s.bodies))
RETURN count(DISTINCT s.number) AS count
