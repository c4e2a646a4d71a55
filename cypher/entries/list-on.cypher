// Entries under some subjects that pass a filter, the newest first, before one of these.
// @param {string[]} subjects
// @param {string | null} actor
// @param {string[] | null} bodies
// @param {number} since
// @param {number} until
// @param {number} before
// @param {number} limit
// @row {number} number
// @row {Entry} e
UNWIND $subjects AS subject
MATCH (s:EntrySubject {subject: subject})
WHERE s.number < $before
  AND s.at >= $since AND s.at < $until
  AND ($actor IS NULL OR s.actor = $actor)
  AND ($bodies IS NULL OR ANY(body IN $bodies WHERE body IN s.bodies))
WITH DISTINCT s.number AS number ORDER BY number DESC LIMIT $limit
MATCH (e:Entry {number: number})
RETURN e.number AS number, e{.*} AS e
ORDER BY number DESC
