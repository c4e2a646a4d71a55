// Where an edge begins of which the feed tells that something was learnt or corrected at a time.
// @param {string} id
// @param {number} at
// @row {string} fromId
MATCH (i:FeedItem)
WHERE i.tells = 'CORRECTION' AND i.at = $at AND i.thing = $id AND i.fromId IS NOT NULL
RETURN i.fromId AS fromId
