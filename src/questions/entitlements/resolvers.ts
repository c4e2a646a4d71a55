import type { CompositionResolvers, PartyEntitlementResolvers } from '../../generated/api.js';
import { entitlements } from './reads.js';

export const Composition: Pick<CompositionResolvers, 'entitlements'> = {
  entitlements: (at, args, context) => entitlements(context, at, args),
};

export const PartyEntitlement: PartyEntitlementResolvers = {
  party: ({ party }) => party,
  percent: ({ row }) => row.percent,
  takesPart: ({ row }) => row.takesPart,
  mayors: ({ row }) => row.mayors,
  entitlement: ({ row }) => row.entitlement,
  actual: ({ actual }) => actual,
};
