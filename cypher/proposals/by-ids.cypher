// Proposals by their ids.
// @param {string[]} ids
// @row {Proposal} p
UNWIND $ids AS id
MATCH (p:Proposal {id: id})
RETURN p{.*} AS p
