import type { AgreementResolvers, QueryResolvers } from '../../generated/api.js';
import { lensOf } from '../../read/lens.js';
import { nodesOf } from '../../read/nodes.js';
import { dated } from '../intervals/fields.js';
import * as loaders from './loaders.js';
import { agreements, partiesOf } from './reads.js';

export const nodes = { agreement: nodesOf('Agreement', loaders.agreements) };

const { from, until, interval, sources } = dated;

export const Query: Pick<QueryResolvers, 'agreements'> = {
  agreements: (_, { filter, first, after, ...lens }, context) => agreements(context, filter ?? {}, lensOf(lens), { first, after }),
};

export const Agreement: AgreementResolvers = {
  title: ({ row }) => row.title,
  parties: (at, _, context) => partiesOf(context, at),
  from,
  until,
  interval,
  status: ({ row }) => row.status,
  sources,
};
