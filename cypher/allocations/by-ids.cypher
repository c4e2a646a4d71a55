// Allocations by id, as recorded now.
// @param {string[]} ids
// @row {Allocation} x
UNWIND $ids AS id
MATCH (x:Allocation {id: id})
RETURN x{.*} AS x
