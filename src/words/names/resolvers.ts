import type { DatedNameResolvers, MunicipalityResolvers, NameResolvers, PartyResolvers, PersonResolvers, RegionResolvers } from '../../generated/api.js';
import type { Context } from '../../read/context.js';
import type { NodeAt } from '../../read/lens.js';
import { nodesOf } from '../../read/nodes.js';
import { certaintyAt, dated } from '../intervals/fields.js';
import * as loaders from './loaders.js';
import { datedNameById, namesOverTime } from './over-time.js';

export const nodes = { name: nodesOf('Name', loaders.names), 'dated-name': { typename: 'DatedName', find: datedNameById } };

export const Name: NameResolvers = {
  text: ({ row }) => row.text,
  kind: ({ row }) => row.kind,
};

const { from, until, sources } = dated;

export const DatedName: DatedNameResolvers = {
  text: ({ row }) => row.text,
  kind: ({ row }) => row.kind,
  from,
  until,
  certainty: certaintyAt,
  sources,
};

const named = { names: (at: NodeAt, { all }: { all?: boolean | null }, context: Context) => namesOverTime(context, at, all) };

export const Person: Pick<PersonResolvers, 'names'> = named;
export const Party: Pick<PartyResolvers, 'names'> = named;
export const Municipality: Pick<MunicipalityResolvers, 'names'> = named;
export const Region: Pick<RegionResolvers, 'names'> = named;
