// Says how many items the feed holds.
// @param {number} items
MATCH (r:Revision {id: 'revision'})
SET r.items = $items
