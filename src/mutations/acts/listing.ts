import type { ListInput, ListedInput, ObserveInput } from '../../generated/api.js';
import * as queries from '../../generated/queries.js';
import { NOW } from '../../record/time.js';
import { type CivilDate, daysBetween, isCivilDate } from '../../time/civil.js';
import { certaintyOn, certaintyRank } from '../../time/in-force.js';
import { spanOf } from '../../time/partial.js';
import type { Sighting } from '../../time/stated.js';
import type { Membership, Role } from '../../words/memberships/model.js';
import { isMember } from '../../words/memberships/rules.js';
import { overBy, withSighting } from '../dates.js';
import type { Fields, Thing } from '../draft.js';
import { ownPart, seatId } from '../ids.js';
import type { Act, Writing } from './act.js';
import { personOf, readsOfPerson } from './people.js';
import { type Known, withDays } from './recorded.js';
import { appointment, given, howOf, rowsOf, text } from './rows.js';

/** Whether a document sees a seat on a day; null: any document. */
const isSeen = (fields: Fields, on: string, document: string | null): boolean =>
  ((fields['seen'] ?? []) as Sighting[]).some((one) => one.on === on && (document === null || one.in === document));

/** Sees a seat on a day: only a sighting that nobody has told yet is new; `by`: the document that is to tell it, null: any. */
const see = async (writing: Writing, { id, fields }: Thing, on: string, by: string | null, more: Fields = {}): Promise<void> => {
  const { document } = await writing.passage();
  const seen = isSeen(fields, on, by) ? {} : { seen: withSighting(writing.draft.editors(id), 'seen', { on, in: document }) };
  await writing.say('memberships', id, { ...seen, ...more }, 'LEARNT');
};

/** The document that an act names; null: it names none. */
const namedDocument = async (writing: Writing): Promise<string | null> => {
  const { document, isNamed } = await writing.passage();
  return isNamed ? document : null;
};

/** Whether a seat can be seen on a day; what says otherwise is told. */
const canBeSeen = (writing: Writing, { id, fields }: Thing, on: CivilDate, field: readonly string[]): boolean => {
  const from = text(fields, 'from');
  const over = overBy(fields, on);
  const isBefore = from !== null && on < spanOf(from).first;
  if (!isBefore && over === null) return true;
  const ended = over === null ? `from ${from ?? ''} on` : `it was over by ${over}`;
  writing.refuse('NOT_IN_FORCE', field, `a day on which the seat is held: ${ended}`, { given: on, on, things: [id] });
  return false;
};

/** Sees that a seat is over by a day. */
const seeOver = async (writing: Writing, { id, fields }: Thing, on: CivilDate, field: readonly string[]): Promise<void> => {
  const own = writing.draft.editors(id);
  const from = text(fields, 'from');
  const held = ((own['seen'] ?? []) as Sighting[]).find((one) => spanOf(one.on).first >= on);
  if (from !== null && spanOf(from).first >= on) {
    writing.refuse('ENDS_BEFORE_IT_BEGINS', field, `a day after ${from}`, { given: on, on, things: [id] });
  } else if (held) {
    writing.refuse('CONTRADICTS', field, `a day after ${held.on}, on which the seat was seen`, { given: on, on, things: [id] });
  } else {
    const { document, isNamed } = await writing.passage();
    const isKnown = !isNamed && overBy(fields, on) !== null;
    const over = isKnown ? {} : { over: withSighting(own, 'over', { on, in: document }) };
    await writing.say('memberships', id, over, fields['open'] === true ? 'CHANGED' : 'LEARNT');
  }
};

/** Seats are seen on a day, or seen to be over. */
const observe: Act<ObserveInput> = {
  reads: ({ memberships }) => memberships,
  apply: async (writing, { memberships, on, over }) => {
    for (const [at, id] of memberships.entries()) {
      const field = ['memberships', String(at)];
      const seat = writing.known(id, ['memberships'], field, 'a seat');
      if (!seat) continue;
      if (over) await seeOver(writing, seat, on, field);
      else if (canBeSeen(writing, seat, on, field)) await see(writing, seat, on, await namedDocument(writing));
    }
  },
};

/** Further apart, two sightings are of two seats, where no term holds both. */
const YEAR = 366;

type Caused = Pick<Membership, 'boundCauses' | 'boundEdges'>;

const endsWithTerm = ({ boundCauses, boundEdges }: Caused): boolean => boundCauses.some((cause, at) => cause === 'TERM' && boundEdges[at] === 'UNTIL');

/** The seats of a body, with when they are held as the acts so far leave them, and why then. */
interface SeatsIn {
  known: readonly Known[];
  causes: ReadonlyMap<string, Caused>;
}

const seatsIn = async (writing: Writing, body: string): Promise<SeatsIn> => {
  const all = (await writing.draft.reader.read(queries.memberships.inBodies, { ids: [body], knownAt: NOW })).map(({ m }) => m);
  const rows = await rowsOf(writing, 'memberships', all.map(({ id }) => id).sort());
  const known = await withDays(
    writing,
    rows.filter(({ fields }) => fields['body'] === body),
    new Map(all.map((m) => [m.id, m])),
  );
  return { known, causes: new Map([...all.map((m) => [m.id, m] as const), ...(await writing.draft.daysOf(known.map(({ thing }) => thing.id)))]) };
};

/** Whether a seat may be the one that is seen on some of these days. */
const mayBeSeen = ({ thing, days }: Known, causes: ReadonlyMap<string, Caused>, first: CivilDate, last: CivilDate): boolean => {
  if (days.fromMin > last || days.untilMax <= first) return false;
  if (certaintyOn(days, first) === 'CERTAIN' || certaintyOn(days, last) === 'CERTAIN' || thing.fields['open'] === true) return true;
  const row = causes.get(thing.id);
  if ((row && endsWithTerm(row)) || thing.fields['seen'] === undefined) return true;
  const near = first > days.untilMin ? daysBetween(days.untilMin, first) : last < days.fromMax ? daysBetween(last, days.fromMax) : 0;
  return near <= YEAR;
};

const holderOf = ({ draft }: Writing, fields: Fields): string => draft.idOf(fields['person'] as string);

/** Sees who is on a list; who has no seat gets one. Returns who it is. */
const seeListed = async (
  writing: Writing,
  { body, on }: ListInput,
  listed: ListedInput,
  at: number,
  seats: SeatsIn,
  by: string | null,
): Promise<string | null> => {
  const person = await personOf(writing.under('members', String(at)), listed.person, 'person', [body]);
  if (person === null) return null;
  const { first, last } = spanOf(on);
  const { source, document } = await writing.passage();
  const { role } = listed;
  const isTheirs = ({ thing: { fields } }: Known): boolean => holderOf(writing, fields) === person && fields['role'] === role;
  const rank = ({ days }: Known): number => certaintyRank(certaintyOn(days, first));
  const [seat] = seats.known.filter((one) => isTheirs(one) && mayBeSeen(one, seats.causes, first, last)).sort((a, b) => rank(a) - rank(b));
  const how = appointment({ represents: listed.represents?.map((id) => ({ principal: id })) }, source);
  if (seat) {
    const { fields } = seat.thing;
    const isNew = howOf(fields)['represents'] === undefined && how['appointment'] !== undefined;
    const own = (writing.draft.editors(seat.thing.id)['appointment'] ?? {}) as Fields;
    await see(writing, seat.thing, on, by, {
      ...(fields['title'] === undefined && given({ title: listed.title })),
      ...(isNew && { appointment: { ...own, ...(how['appointment'] as Fields) } }),
    });
    return person;
  }
  if (listed.id != null && writing.draft.thing(listed.id))
    return writing.refuse('ID_TAKEN', ['members', String(at), 'id'], 'an id that nothing else has', { given: listed.id, things: [listed.id] });
  const id = listed.id ?? (await writing.draft.free(seatId(body, role, person)));
  await writing.say('memberships', id, { person, body, role, ...given({ title: listed.title }), seen: [{ on, in: document }], ...how }, 'LEARNT');
  return person;
};

/** Seats of whom a list does not name, that a document sees on its day; null: any document. */
const seenUnnamed = (writing: Writing, on: string, { known }: SeatsIn, named: ReadonlySet<string>, document: string | null): Known[] =>
  known.filter(({ thing: { fields } }) => isMember({ role: fields['role'] as Role }) && !named.has(holderOf(writing, fields)) && isSeen(fields, on, document));

/** Whether a complete list names everybody whom its document sees on its day; whom it does not is told. */
const namesWhoIsSeen = async (writing: Writing, on: string, seats: SeatsIn, named: ReadonlySet<string>): Promise<boolean> => {
  const { document } = await writing.passage();
  const others = seenUnnamed(writing, on, seats, named, document);
  if (others.length === 0) return true;
  const given = [...named].sort().join(', ');
  writing.refuse('CONTRADICTS', ['members'], `all whom ${document} names on ${on}`, { given, on, things: others.map(({ thing }) => thing.id) });
  return false;
};

/** Whether it is known of a day who all the members of a body are, and a list names them. */
const isListed = async (writing: Writing, { body, on, members }: ListInput, seats: SeatsIn): Promise<boolean> => {
  const named = new Set(members.flatMap(({ person: { id } }) => (id == null ? [] : [writing.draft.idOf(id)])));
  if (seenUnnamed(writing, on, seats, named, null).length > 0) return false;
  const [known] = await writing.draft.reader.read(queries.documents.completeByBodyIds, { ids: [body], knownAt: NOW });
  return (known?.lists ?? []).some(({ d, on: day }) => (day ?? d.date) === on);
};

/** Says whose members a document lists: of a list of another day than its own, only where all are on it. */
const sayList = async (writing: Writing, body: string, on: string, complete: boolean): Promise<void> => {
  const { draft } = writing;
  const { document } = await writing.passage();
  const isOfDocument = draft.thing(document)?.fields['date'] === on;
  const id = ['list:' + ownPart(document), ownPart(body), ...(isOfDocument ? [] : [on])].join('-');
  await draft.load([id]);
  const isKnown = draft.thing(id)?.fields['complete'] === true;
  if (isOfDocument || complete) await writing.say('lists', id, { document, body, complete: complete || isKnown, ...(!isOfDocument && { on }) }, 'LEARNT');
};

/** What a document says of the members of a body on a day. */
const list: Act<ListInput> = {
  reads: ({ body, members }) => [
    body,
    ...members.flatMap(({ id, person, role, represents }) => [
      ...[id, ...readsOfPerson(person), ...(represents ?? [])],
      ...readsOfPerson(person).map((one) => seatId(body, role, one)),
    ]),
  ],
  apply: async (writing, input) => {
    const { on, complete } = input;
    const body = writing.known(input.body, ['bodies'], 'body', 'a body');
    if (!body) return;
    const seats = await seatsIn(writing, body.id);
    const isComplete = complete && isCivilDate(on);
    const { document, isNamed } = await writing.passage();
    const isSo = !isNamed && (!isComplete || (await isListed(writing, { ...input, body: body.id }, seats)));
    const named = new Set<string>();
    for (const [at, listed] of input.members.entries()) {
      const person = await seeListed(writing, { ...input, body: body.id }, listed, at, seats, isSo ? null : document);
      if (person !== null) named.add(person);
    }
    if (isComplete && isSo) return;
    if (!isComplete || (await namesWhoIsSeen(writing, on, seats, named))) await sayList(writing, body.id, on, isComplete);
  },
};

export const listing = { observe, list };
