import type { BodyResolvers, ChangeResolvers, QueryResolvers } from '../../generated/api.js';
import { lensOf } from '../../read/lens.js';
import { referred } from '../../read/nodes.js';
import type { BodyAt } from '../../words/bodies/model.js';
import { belowBody } from '../../words/bodies/reads.js';
import { sourcesOf } from '../../words/documents/fields.js';
import type { PersonAt } from '../../words/people/model.js';
import { bodyOf, personOf, seatOf } from './filter.js';
import { changeById, changes, timelineOf } from './reads.js';
import { basisOf, spanOfEdge } from './rules.js';

export const nodes = { change: { typename: 'Change', find: changeById } };

export const Query: Pick<QueryResolvers, 'changes'> = {
  changes: (_, { from, until, filter, first, after, knownAt }, context) => changes(context, from, until, filter ?? {}, lensOf({ knownAt }), { first, after }),
};

export const Body: Pick<BodyResolvers, 'timeline'> = {
  timeline: (at, args, context) => timelineOf(context, at.row.id, belowBody(at), args),
};

export const Change: ChangeResolvers = {
  on: ({ row }) => row.shift.on,
  kind: ({ row }) => row.kind,
  before: ({ row }) => row.shift.before,
  after: ({ row }) => row.shift.after,
  edge: ({ row }) => row.shift.edge,
  earliest: ({ row }) => spanOfEdge(row.behind, row.shift.edge).earliest,
  latest: ({ row }) => spanOfEdge(row.behind, row.shift.edge).latest,
  cause: ({ row }) => row.cause,
  person: ({ row, lens }, _, context) => {
    const person = personOf(row.subject);
    return person ? referred<PersonAt>(context, person, lens) : null;
  },
  body: ({ row, lens }, _, context) => {
    const body = bodyOf(row.subject);
    return body ? referred<BodyAt>(context, body, lens) : null;
  },
  membership: ({ row, lens }) => {
    const seat = seatOf(row.subject);
    return seat && { row: seat, lens };
  },
  affiliation: ({ row: { subject }, lens }) => (subject.kind === 'PARTY_TIE' ? { row: subject.row, lens } : null),
  relation: ({ row: { subject }, lens }) => (subject.kind === 'TERRITORY' ? { row: subject.row, lens } : null),
  standIn: ({ row: { subject }, lens }) => (subject.kind === 'STAND_IN' ? { row: subject.row, lens } : null),
  replaced: ({ row, lens }) => row.replaced && { row: row.replaced, lens },
  basis: ({ row }) => basisOf(row.behind, row.shift.edge),
  sources: ({ row, lens }, _, context) => sourcesOf({ row: row.subject.row, lens }, context),
};
