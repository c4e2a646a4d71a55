// How many statements about things pass a filter.
// The anchor of a seat is its appointment; `seat` is its own id.
// @param {string[]} ids
// @param {string | null} seat
// @param {string[] | null} words
// @param {string | null} document
// @param {boolean | null} conflicting
// @param {number} knownAt
// @row {string} id
// @row {number} count
MATCH (d:Document {id: $document})<-[i:`IN`]-(s:Source)
WHERE i.recordedAt <= $knownAt AND i.retractedAt > $knownAt
WITH collect(s.id) AS passages
UNWIND $ids AS id
CALL (id, passages) {
  MATCH (thing:Node {id: id})<-[r:ABOUT]-(x:Statement)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
    AND x.recordedAt <= $knownAt AND x.retractedAt > $knownAt
    AND coalesce($seat, id) IN x.about
    AND ($document IS NULL OR ANY(passage IN x.sources WHERE passage IN passages))
    AND ($words IS NULL OR ALL(word IN $words WHERE x.folded CONTAINS word))
    AND ($conflicting IS NULL OR $conflicting = EXISTS {
      MATCH (x)-[c:CONFLICTS_WITH]-(other:Statement)
      WHERE c.recordedAt <= $knownAt AND c.retractedAt > $knownAt
    })
  RETURN count(x) AS count
}
RETURN id, count
