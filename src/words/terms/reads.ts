import type { Context, MaybePromise } from '../../read/context.js';
import { type Lens, belowThing } from '../../read/lens.js';
import { referred } from '../../read/nodes.js';
import { isPossible } from '../../time/in-force.js';
import type { BodyAt } from '../bodies/model.js';
import { followed } from '../calendars/loaders.js';
import type { DatedAt } from '../intervals/model.js';
import { holderOf } from './holder.js';
import * as loaders from './loaders.js';
import type { HasTerm, TermAt } from './model.js';
import { holdersOf, termsOfBody } from './rules.js';

const edgesOf = (context: Context, holder: string, lens: Lens): Promise<HasTerm[]> => context.use(loaders.edges)(lens.knownAt).load(holder);

const termsOn = async (context: Context, edges: readonly HasTerm[], lens: Lens): Promise<TermAt[]> => {
  const terms = await Promise.all(edges.map(({ toId }) => context.use(loaders.terms)(lens.knownAt).load(toId)));
  return terms.flatMap((row) => (row ? [{ row, lens }] : []));
};

/** Every term of a calendar, oldest first. */
export const termsOf = async (context: Context, calendar: string, lens: Lens): Promise<TermAt[]> =>
  termsOn(context, await edgesOf(context, calendar, lens), lens);

/** Every term of a body, oldest first: its own, and those of calendars while it exists and follows them. */
export const termsAt = async (context: Context, at: BodyAt): Promise<TermAt[]> => {
  const { id: body, fromMin, untilMax } = at.row;
  const lens = belowThing(at);
  const calendars = await context.use(followed)(lens.knownAt).load(body);
  const holders = [...new Set([body, ...holdersOf(calendars)])];
  const edges = new Map(await Promise.all(holders.map(async (holder) => [holder, await edgesOf(context, holder, lens)] as const)));
  const terms = termsOfBody(body, calendars, (holder) => edges.get(holder) ?? []).map(({ term }) => term);
  const there = terms.filter((term) => term.fromId === body || isPossible(term, { start: fromMin, end: untilMax }));
  const distinct = [...new Map(there.map((term) => [term.toId, term])).values()];
  return (await termsOn(context, distinct, lens)).map((one) => (one.row.body === null ? { ...one, through: body } : one));
};

/** Whose term it is, or the body through which a calendar's was reached. */
export const bodyOf = (context: Context, { row, lens, through }: TermAt): MaybePromise<BodyAt> | null => {
  const body = row.body ?? through;
  return body ? referred<BodyAt>(context, body, lens) : null;
};

/** The edge on which a term's dates stand. */
export const edgeOf = async ({ row, lens }: TermAt, context: Context): Promise<DatedAt> => {
  const edge = (await edgesOf(context, holderOf(row), lens)).find(({ toId }) => toId === row.id);
  if (!edge) throw new Error(`${row.id} has no edge from its body or calendar`);
  return { row: edge, lens };
};
