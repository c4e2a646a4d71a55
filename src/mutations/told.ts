import * as queries from '../generated/queries.js';
import type { Reader } from '../graph/port.js';
import { sortedBy } from '../record/order.js';
import type { Made } from '../words/entries/model.js';
import type { Committed, WrittenEvent } from '../write/change-set.js';
import type { Draft } from './draft.js';
import type { Result } from './model.js';

const isTelling = ({ told, leadsTo }: { told: boolean; leadsTo?: string | null }): boolean => told && (leadsTo ?? null) === null;

/** The row that says what an event is of: of a name, that of what is called by it. */
const rowOf = ({ id, person, body, thing }: Pick<WrittenEvent, 'id' | 'person' | 'body' | 'thing'>): string => {
  const of = id.slice('event:'.length, id.lastIndexOf('@'));
  return of.startsWith('called:') ? ((person ?? body ?? thing) as string) : of;
};

/** Whether a row is of nothing that can be asked for: whose members a document lists, or that people are different. */
const isNoThing = (draft: Draft, id: string): boolean => {
  const thing = draft.thing(id) ?? draft.before(id);
  return thing?.word === 'lists' || thing?.fields['different'] !== undefined;
};

/** Who leads to another person, where a row says or said so. */
const goneBy = (draft: Draft, id: string): string | undefined => (draft.thing(id) ?? draft.before(id))?.fields['gone'] as string | undefined;

/** What a change set wrote, by the acts that said it. */
export const madeBy = (draft: Draft, { changes, retracted }: Committed): Made[] => {
  const all = [...changes.map((one) => ({ ...one, is: true })), ...retracted.map((one) => ({ ...one, because: 'CORRECTED' as const, is: false }))];
  const made = all.flatMap(({ id, because, is }): Made[] => {
    const [act] = draft.actsOf(id);
    if (act === undefined || isNoThing(draft, id)) return [];
    const gone = goneBy(draft, id);
    return [gone === undefined ? { act, id, because, is, was: draft.before(id) !== null } : { act, id, gone, because: 'CORRECTED', is: !is, was: true }];
  });
  const erased = draft.erased.flatMap(({ act, things }) => things.map((id): Made => ({ act, id, because: 'CORRECTED', is: true, was: true })));
  return sortedBy([...made, ...erased], ({ act }) => [act]);
};

/** Whether something ended by what lies around it, and not by a date of its own. */
const endsByRule = (draft: Draft, event: WrittenEvent): boolean =>
  event.edge === 'UNTIL' && event.printed === null && event.basis === 'DERIVED' && draft.thing(rowOf(event))?.fields['basis'] !== 'DERIVED';

const DAYS = ['kind', 'earliest', 'latest'] as const;

/** What happened by the acts themselves, and what followed from it: starts and ends that nobody told before, or of other days. */
export const toldOf = async (
  reader: Reader,
  at: number,
  draft: Draft,
  made: readonly Made[],
  events: readonly WrittenEvent[],
): Promise<Pick<Result, 'events' | 'carried'>> => {
  if (events.length === 0) return { events: [], carried: [] };
  const known = events.flatMap(({ id, isNew }) => (isNew ? [] : [id]));
  const earlier = known.length > 0 ? await reader.read(queries.record.versions, { ids: known, knownAt: at - 1 }) : [];
  const before = new Map(earlier.map(({ v }) => [v['id'] as string, v]));
  const isNew = (event: { id: string; kind: string }): boolean => {
    const was = before.get(event.id);
    return !was || !isTelling(was as never) || DAYS.some((key) => was[key] !== (event as Record<string, unknown>)[key]);
  };
  // What an entry makes happened by it, also where something of that id was taken back before.
  const anew = new Set(made.flatMap(({ id, is, was }) => (is && !was ? [id] : [])));
  const told = sortedBy(
    events.filter((event) => event.told && (event.because !== 'CORRECTED' || anew.has(rowOf(event)))),
    ({ sortKey, id }) => [sortKey, id],
  );
  const own = new Set(made.flatMap(({ id }) => (draft.carried.has(id) ? [] : [id])));
  const isOwn = (event: WrittenEvent): boolean => own.has(rowOf(event)) && !endsByRule(draft, event);
  const happened = told.filter((event) => isTelling(event) && isNew(event));
  const folded = told.flatMap((event) => (event.leadsTo !== null && draft.carried.has(rowOf(event)) ? [event.leadsTo] : []));
  const carried = [...happened.filter((event) => !isOwn(event)).map(({ id }) => id), ...folded];
  return { events: happened.filter(isOwn).map(({ id }) => id), carried: [...new Set(carried)] };
};
