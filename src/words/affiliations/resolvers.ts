import type { AffiliationResolvers } from '../../generated/api.js';
import { below } from '../../read/lens.js';
import { edgesOf, referred } from '../../read/nodes.js';
import { certaintyAt, dated } from '../intervals/fields.js';
import type { PersonAt } from '../people/model.js';
import type { PrincipalAt } from '../principals/model.js';
import { isIndependent } from './model.js';
import * as loaders from './loaders.js';

export const nodes = { affiliation: edgesOf('Affiliation', loaders.affiliations) };

export const Affiliation: AffiliationResolvers = {
  ...dated,
  person: ({ row, lens }, _, context) => referred<PersonAt>(context, row.person, below(lens, row)),
  with: ({ row, lens }, _, context) => (isIndependent(row) ? null : referred<PrincipalAt>(context, row.principal, below(lens, row))),
  independent: ({ row }) => isIndependent(row),
  certainty: certaintyAt,
};
