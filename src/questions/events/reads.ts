import type { EventFilter } from '../../generated/api.js';
import type { Context } from '../../read/context.js';
import { inputError } from '../../read/errors.js';
import type { Lens } from '../../read/lens.js';
import { type ListIdentity, type PageArguments, readPage } from '../../read/page.js';
import type { SortKey } from '../../record/order.js';
import { type CivilDate, dayBefore } from '../../time/civil.js';
import { EVER } from '../../time/in-force.js';
import { events as byId } from '../../words/events/loaders.js';
import type { Event, EventAt, EventConnectionAt } from '../../words/events/model.js';
import { narrowed } from './filter.js';
import { type Asked, type EventSource, eventsAt } from './sources.js';

/** Below a start is its last day, below an end the day before it. */
const lensAt = (lens: Lens, { edge, latest }: Event): Lens => ({ ...lens, asOf: edge === 'FROM' ? latest : dayBefore(latest) });

/** An event, as sure as over a period that begins after a day; null: without one. */
export const eventIn = (row: Event, lens: Lens, from: CivilDate | null): EventAt => ({
  row,
  lens: lensAt(lens, row),
  certainty: from === null || (row.earliest !== null && row.earliest > from) ? 'CERTAIN' : 'POSSIBLE',
});

/** How many events are read at a time, where not all that are read are listed. */
const AT_ONCE = 500;

type Passing = (row: Event) => Promise<boolean>;

/** Events after a key that pass, at most so many. */
const readPassing = async (source: EventSource, passes: Passing, after: SortKey | null, limit: number) => {
  const found: Awaited<ReturnType<EventSource['read']>> = [];
  for (let from = after, more = true; more && found.length < limit;) {
    const some = await source.read(from, AT_ONCE);
    const asked = await Promise.all(some.map(({ row }) => passes(row)));
    found.push(...some.filter((_, at) => asked[at]));
    more = some.length === AT_ONCE;
    from = some.at(-1)?.key ?? from;
  }
  return found.slice(0, limit);
};

interface Question {
  /** null: from the first, or to the last. */
  from: CivilDate | null;
  until: CivilDate | null;
  filter: EventFilter;
  untold: boolean;
}

const pageOf = async (context: Context, list: ListIdentity, { from, until, filter, untold }: Question, lens: Lens, args: PageArguments, usual: number) => {
  if (from && until && from > until) throw inputError('from', 'a day not after until', { from, until });
  const { anchors, passes } = await narrowed(context, filter, lens);
  const asked: Asked = {
    from: from ?? EVER.start,
    until: until ?? EVER.end,
    untold,
    kinds: filter.kinds ? [...filter.kinds] : null,
    certainty: filter.certainty ? [...filter.certainty] : null,
  };
  const source = eventsAt(context.reader, anchors, asked, lens.knownAt);
  const passesAll: Passing = async (row) => (await Promise.all(passes.map((pass) => pass(row)))).every(Boolean);
  const read = passes.length > 0 ? (after: SortKey | null, limit: number) => readPassing(source, passesAll, after, limit) : source.read;
  return readPage<EventAt>(
    [...list, from, until, filter, untold, lens.given],
    async (after, limit) => (await read(after, limit)).map(({ key, row }) => ({ key, node: eventIn(row, lens, from) })),
    passes.length > 0 ? async () => (await readPassing(source, passesAll, null, Number.MAX_SAFE_INTEGER)).length : source.count,
    args,
    usual,
  );
};

/** @throws GraphQLError BAD_USER_INPUT where `from` is after `until`. */
export const events = (context: Context, question: Question, lens: Lens, args: PageArguments): Promise<EventConnectionAt> =>
  pageOf(context, ['events'], question, lens, args, 50);

interface During extends PageArguments {
  from?: CivilDate | null;
  until?: CivilDate | null;
}

/** What somebody tells of one thing. */
export const eventsOf = (context: Context, filter: EventFilter, lens: Lens, { from, until, ...args }: During): Promise<EventConnectionAt> =>
  pageOf(context, ['events of'], { from: from ?? null, until: until ?? null, filter, untold: false }, lens, args, 100);

/** An event by its id; an end that is folded into a start is found as that. null: there is none. */
export const eventById = async ({ use }: Context, id: string, lens: Lens): Promise<EventAt | null> => {
  const found = await use(byId)(lens.knownAt).load(id);
  const row = found?.leadsTo ? await use(byId)(lens.knownAt).load(found.leadsTo) : found;
  return row && eventIn(row, lens, null);
};
