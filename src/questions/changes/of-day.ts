import type { ChangeFilter } from '../../generated/api.js';
import * as queries from '../../generated/queries.js';
import type { Query } from '../../graph/port.js';
import { eachInParts, eachInTurn } from '../../graph/turns.js';
import type { Context } from '../../read/context.js';
import type { Lens } from '../../read/lens.js';
import { PAGE_CAP } from '../../read/page.js';
import { type CivilDate, dayBefore } from '../../time/civil.js';
import type { Interval } from '../../time/interval.js';
import type { Affiliation } from '../../words/affiliations/model.js';
import type { Membership } from '../../words/memberships/model.js';
import { described } from './described.js';
import { isAsked, isKindAsked } from './filter.js';
import { CHANGE_KINDS, type ChangeAt, type ChangeKind, type Shift, type Subject } from './model.js';
import { kindOf, shiftsOf } from './rules.js';
import { inSubjectOrder, partyTies, seat, thingsBetween } from './subjects.js';

type ShiftsOn = (row: Interval) => Shift[];

const shiftsOnDay = (day: CivilDate): ShiftsOn => {
  const before = dayBefore(day);
  return (row) => shiftsOf(row, before, day);
};

/** Subjects that may have a change of a kind on a day, in the order of their ids: those after one, at most so many. */
type Pages = (after: string, limit: number) => Promise<Subject[]>;

interface Page extends Record<string, unknown> {
  day: CivilDate;
  after: string;
  limit: number;
  knownAt: number;
}

/** Where the changes of a kind on a day are found: what a change is called is known of its subject's bounds alone, but for what lies around it. */
const pagesOf = (context: Context, day: CivilDate, lens: Lens, shiftsOn: ShiftsOn): Readonly<Record<ChangeKind, readonly Pages[]>> => {
  const { reader } = context;
  const { knownAt } = lens;
  const seats =
    <P extends object>(query: Query<'read', Page & P, { m: Membership }>, more: P): Pages =>
    async (after, limit) =>
      (await reader.read(query, { day, after, limit, knownAt, ...more })).map(({ m }) => seat(m));
  const ties =
    (query: Query<'read', Page, { a: Affiliation }>): Pages =>
    async (after, limit) =>
      partyTies((await reader.read(query, { day, after, limit, knownAt })).map(({ a }) => a));
  let read: Promise<{ subject: Subject; kinds: ChangeKind[] }[]> | null = null;
  const readThings = async () =>
    eachInTurn(context, await thingsBetween(context, dayBefore(day), day, lens), (subject) => ({
      subject,
      kinds: shiftsOn(subject.row).map((shift) => kindOf(subject.kind, shift)),
    }));
  /** Those whose change looked at alone is called so. */
  const things =
    (plain: ChangeKind): Pages =>
    async (after, limit) => {
      const all = await (read ??= readThings());
      return all.flatMap(({ subject, kinds }) => (subject.row.id > after && kinds.includes(plain) ? [subject] : [])).slice(0, limit);
    };
  return {
    JOINED: [seats(queries.changesSeats.starting, { certainty: 'CERTAIN' })],
    LEFT: [seats(queries.changesSeats.ending, { certainty: 'CERTAIN' })],
    REPLACED: [seats(queries.changesSeats.replacing, {})],
    ROLE_CHANGED: [seats(queries.changesSeats.changingRole, {})],
    MAY_HAVE_JOINED: [seats(queries.changesSeats.starting, { certainty: 'POSSIBLE' })],
    MAY_HAVE_LEFT: [seats(queries.changesSeats.ending, { certainty: 'POSSIBLE' })],
    CONFIRMED: [seats(queries.changesSeats.confirmed, {}), ties(queries.changesPartyTies.confirmed), things('CONFIRMED')],
    UNCONFIRMED: [seats(queries.changesSeats.unconfirmed, {}), ties(queries.changesPartyTies.unconfirmed), things('UNCONFIRMED')],
    PARTY_JOINED: [ties(queries.changesPartyTies.starting)],
    PARTY_LEFT: [ties(queries.changesPartyTies.ending)],
    SUBSTITUTED: [things('SUBSTITUTED')],
    SEAT_VACATED: [seats(queries.changesSeats.vacating, {})],
    BODY_ESTABLISHED: [things('BODY_ESTABLISHED')],
    BODY_DISSOLVED: [things('BODY_DISSOLVED')],
    BODY_SUCCEEDED: [things('BODY_DISSOLVED')],
    TERRITORY_CHANGED: [things('TERRITORY_CHANGED')],
  };
};

/** Where a list of the changes of a day goes on. */
export interface Behind {
  kind: number;
  id: string;
}

/** The changes of a day on which there are many, in their order, read kind by kind and page by page. */
export async function* changesOfDay(
  context: Context,
  day: CivilDate,
  filter: ChangeFilter,
  lens: Lens,
  behind: Behind,
  atOnce: number,
): AsyncGenerator<ChangeAt> {
  const shiftsOn = shiftsOnDay(day);
  const pages = pagesOf(context, day, lens, shiftsOn);
  for (const [nth, kind] of CHANGE_KINDS.entries()) {
    if (nth < behind.kind || !isKindAsked(kind, filter)) continue;
    let after = nth === behind.kind ? behind.id : '';
    for (let limit = atOnce, more = true; more; limit = Math.min(limit * 4, PAGE_CAP)) {
      const read = await Promise.all(pages[kind].map((page) => page(after, limit)));
      const subjects = inSubjectOrder(read.flat()).slice(0, limit);
      const shifts = subjects.flatMap((subject) => shiftsOn(subject.row).map((shift) => ({ subject, shift })));
      const found = await eachInParts(context, shifts, async ({ subject, shift }) => described(context, subject, shift, lens));
      const passing = await eachInParts(context, found, async (change) => change.row.kind === kind && isAsked(context, change, filter));
      yield* found.filter((_, at) => passing[at]);
      more = subjects.length === limit;
      after = subjects.at(-1)?.row.id ?? after;
    }
  }
}
