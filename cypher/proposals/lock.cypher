// Holds whoever else reviews a proposal until this transaction has ended.
// @param {string} id
// @param {number} at
MATCH (p:Proposal {id: $id})
SET p.reviewing = $at
