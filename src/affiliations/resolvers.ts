import type { AffiliationResolvers } from '../generated/api.js';
import { below } from '../lens/lens.js';
import { principalById, referred } from '../lens/nodes.js';
import type { PersonAt } from '../lens/parents.js';
import { node } from '../lens/resolvers.js';
import { certaintyAt, dated } from '../time/resolvers.js';

export const Affiliation: AffiliationResolvers = {
  ...node,
  ...dated,
  person: ({ row, lens }, _, context) => referred<PersonAt>(context, row.person, below(lens, row)),
  with: ({ row, lens }, _, context) => principalById(context, row.principal, below(lens, row)),
  certainty: certaintyAt,
};
