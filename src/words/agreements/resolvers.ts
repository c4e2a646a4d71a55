import type { AgreementResolvers, QueryResolvers } from '../../generated/api.js';
import { lensOf } from '../../read/lens.js';
import { node } from '../../read/node-fields.js';
import { dated } from '../../read/dated-fields.js';
import { agreements, partiesOf } from './reads.js';

const { from, until, interval, sources } = dated;

export const Query: Pick<QueryResolvers, 'agreements'> = {
  agreements: (_, { filter, first, after, ...lens }, context) => agreements(context, filter ?? {}, lensOf(lens), { first, after }),
};

export const Agreement: AgreementResolvers = {
  ...node,
  title: ({ row }) => row.title,
  parties: (at, _, context) => partiesOf(context, at),
  from,
  until,
  interval,
  status: ({ row }) => row.status,
  sources,
};
