import type { CalendarResolvers, FollowingResolvers } from '../../generated/api.js';
import { nodesOf, referred } from '../../read/nodes.js';
import type { BodyAt } from '../bodies/model.js';
import { sourcesOf } from '../documents/fields.js';
import { certaintyAt, dated } from '../intervals/fields.js';
import { termsOf } from '../terms/reads.js';
import * as loaders from './loaders.js';
import type { CalendarAt } from './model.js';
import { followersOf } from './reads.js';

export const nodes = { calendar: nodesOf('Calendar', loaders.calendars) };

export const Calendar: CalendarResolvers = {
  name: ({ row }) => row.name,
  terms: ({ row, lens }, _, context) => termsOf(context, row.id, lens),
  followers: (at, _, context) => followersOf(context, at),
  sources: (at, _, context) => sourcesOf(at, context),
};

export const Following: FollowingResolvers = {
  body: ({ row, lens }, _, context) => referred<BodyAt>(context, row.fromId, lens),
  calendar: ({ row, lens }, _, context) => referred<CalendarAt>(context, row.toId, lens),
  ...dated,
  certainty: certaintyAt,
};
