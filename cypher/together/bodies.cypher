// What bounds the seats in bodies, at a time of the record: the bodies themselves as recorded now, what they follow and are part of, how they govern places, their own terms, their offices, and the documents that list all of their members.
// @param {string[]} ids
// @param {number} knownAt
// @row {string} id
// @row {{ b: BoundingBody }[]} bodies
// @row {{ s: Step }[]} steps
// @row {{ g: Relation }[]} governing
// @row {{ t: HasTerm }[]} terms
// @row {{ x: Office }[]} offices
// @row {{ d: Document; on: string | null }[]} lists
UNWIND $ids AS id
CALL (id) {
  MATCH (b:Body {id: id})
  RETURN collect({b: b{.*}}) AS bodies
}
CALL (id) {
  MATCH (b:Body {id: id})-[s:FOLLOWS|PART_OF]->(o:Node)
  WHERE s.recordedAt <= $knownAt AND s.retractedAt > $knownAt
  WITH s ORDER BY s.id
  RETURN collect({s: s{.*}}) AS steps
}
CALL (id) {
  MATCH (b:Body {id: id})-[g:GOVERNS]->(o:Node)
  WHERE g.recordedAt <= $knownAt AND g.retractedAt > $knownAt
  RETURN collect({g: g{.*}}) AS governing
}
CALL (id) {
  MATCH (b:Body {id: id})-[t:HAS_TERM]->(o:Term)
  WHERE t.recordedAt <= $knownAt AND t.retractedAt > $knownAt
  WITH t ORDER BY t.id
  RETURN collect({t: t{.*}}) AS terms
}
CALL (id) {
  MATCH (b:Body {id: id})<-[r:OFFICE_OF]-(x:Office)
  WHERE r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  WITH x ORDER BY x.id
  RETURN collect({x: x{.*}}) AS offices
}
CALL (id) {
  MATCH (b:Body {id: id})<-[r:LISTS]-(d:Document)
  WHERE r.complete
    AND r.recordedAt <= $knownAt AND r.retractedAt > $knownAt
  WITH d, r ORDER BY d.id, r.id
  RETURN collect({d: d{.*}, on: r.on}) AS lists
}
RETURN id, bodies, steps, governing, terms, offices, lists
