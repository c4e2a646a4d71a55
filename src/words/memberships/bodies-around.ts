import { statedIn } from '../../record/dated-properties.js';
import { grouped } from '../../record/grouped.js';
import { type Limit, bounded } from '../../time/bounds.js';
import { BEGINNING, type CivilDate, dayBefore, latest } from '../../time/civil.js';
import { certaintyOn } from '../../time/in-force.js';
import { type Interval, givenInterval } from '../../time/interval.js';
import type { Told, Witnesses } from '../../time/own-dates.js';
import { type TermInterval, turningLater } from '../../time/terms.js';
import type { Body, BoundingBody } from '../bodies/model.js';
import { type ListOfDay, isSeenOn } from '../documents/lists.js';
import type { Office } from '../offices/model.js';
import type { Relation } from '../relations/model.js';
import type { TermOf } from '../terms/rules.js';
import type { Membership } from './model.js';
import { isInTerms } from './rules.js';
import type { AllAround } from './surroundings.js';

/** A complete list of a body on a day, and whom it names. */
export interface CompleteList extends Told {
  people: ReadonlySet<string>;
}

/** What a body is to the seats in it. */
export interface BodyAround {
  limits: Limit[];
  terms: TermInterval[];
  /** Of a body that holds over: its seats that turn with its terms. */
  turning: Membership[] | null;
  lists: CompleteList[];
  offices: readonly Office[];
  /** Whether it governs a place. */
  governs: boolean;
}

/** When a body exists by its own dates: the end of its places bounds what is in it by itself. */
const limitByBody = (body: BoundingBody): Limit => {
  const { fromMin, fromMax, untilMin, untilMax } = bounded(statedIn(body));
  return { fromMin, fromMax, untilMin, untilMax, cause: 'BODY_EXISTENCE', by: body.id };
};

/** It is there no longer than the last of its places. */
const endOfPlaces = (governed: readonly (Interval & { id: string })[]): Limit[] => {
  const [first, ...others] = governed;
  if (!first) return [];
  const last = others.reduce((a, b) => (b.untilMax > a.untilMax || (b.untilMax === a.untilMax && b.id < a.id) ? b : a), first);
  const untilMin = governed.reduce((date, one) => latest(date, one.untilMin), BEGINNING);
  return [{ fromMin: BEGINNING, fromMax: BEGINNING, untilMin, untilMax: last.untilMax, cause: 'PLACE_EXISTENCE', by: last.id }];
};

/**
 * A term as it bounds the seats of a body: councils turn with their calendar to the day, who else follows later. A turn
 * counts for who has begun to follow by its day.
 */
export const turnOf = ({ id, kind }: Pick<Body, 'id' | 'kind'>, { term, days, calendar }: TermOf): TermInterval => {
  const { fromMin, fromMax, untilMin, untilMax, until, insteadOf } = term;
  const own = { id: term.toId, fromMin, fromMax, untilMin, untilMax, until, insteadOf };
  if (calendar === null) return own;
  const isFollowed = (day: CivilDate): boolean => days.fromMax <= day && certaintyOn(days, day) !== null;
  const followed = { ...own, begins: isFollowed(fromMax), ends: isFollowed(dayBefore(untilMin)) };
  return kind === 'COUNCIL' || term.fromId === id ? followed : turningLater(followed);
};

/** Whom a list names: by sightings, or, on the day of its document, as what an open row comes from. */
export const namedIn = (
  list: ListOfDay,
  lists: readonly ListOfDay[],
  seats: readonly Membership[],
  documentsOf: (seat: Membership) => readonly Told[],
): Set<string> => {
  const isTold = (seat: Membership): boolean => !list.ofItsOwn && documentsOf(seat).some((one) => one.in === list.document);
  return new Set(seats.filter((seat) => isSeenOn(list, statedIn(seat).seen ?? [], lists) || isTold(seat)).map(({ person }) => person));
};

/** The places that bodies govern, each with when it is there; null where that is not said of one. */
const placesOf = async (around: AllAround, governing: readonly Relation[]): Promise<Map<string, (Interval & { id: string })[]>> => {
  const existences = await around.principals(governing.map(({ toId }) => toId));
  const places = new Map<string, (Interval & { id: string })[]>();
  for (const [body, relations] of grouped(governing, ({ fromId }) => fromId)) {
    const known = relations.map(({ toId: id }) => {
      const existence = existences.get(id);
      const interval = existence && givenInterval(existence);
      return interval ? { id, ...interval } : null;
    });
    if (known.every((place) => place !== null)) places.set(body, known);
  }
  return places;
};

/** The ends of what bodies govern, as these limit them. */
export const limitsByPlaces = async (around: AllAround, ids: Iterable<string>): Promise<Map<string, Limit[]>> =>
  new Map([...(await placesOf(around, await around.governing(ids)))].map(([body, places]) => [body, endOfPlaces(places)]));

/** What bodies are to the seats in them. `readTelling` reads the documents that open rows name. */
export const bodiesAround = async (
  around: AllAround,
  ids: Iterable<string>,
  readTelling: (seats: readonly Membership[]) => Promise<(seat: Membership) => Pick<Witnesses, 'documents'>>,
): Promise<Map<string, BodyAround>> => {
  const bodies = await around.bodies(ids);
  const [terms, governing, officesOf, listsOf] = await Promise.all([
    around.terms(bodies.keys()),
    around.governing(bodies.keys()),
    around.offices(bodies.keys()),
    around.completeLists(bodies.keys()),
  ]);
  const places = await placesOf(around, governing);
  const governs = new Set(governing.map(({ fromId }) => fromId));
  const offices = grouped(officesOf, ({ body }) => body);
  const lists = grouped(listsOf, ({ body }) => body);
  const holdingOver = [...bodies.values()].filter(({ holdsOver }) => holdsOver).map(({ id }) => id);
  const seats = await around.seatsIn([...holdingOver, ...lists.keys()]);
  const telling = await readTelling(seats.filter(({ body }) => lists.has(body)));
  const seatsIn = grouped(seats, ({ body }) => body);
  return new Map(
    [...bodies].map(([id, body]): [string, BodyAround] => {
      const own = seatsIn.get(id) ?? [];
      return [
        id,
        {
          limits: [limitByBody(body), ...endOfPlaces(places.get(id) ?? [])],
          terms: (terms.get(id) ?? []).map((one) => turnOf(body, one)),
          turning: body.holdsOver ? own.filter(isInTerms) : null,
          lists: (lists.get(id) ?? []).map((list, _, all) => ({
            on: list.on,
            in: list.document,
            people: namedIn(list, all, own, (seat) => telling(seat).documents ?? []),
          })),
          offices: offices.get(id) ?? [],
          governs: governs.has(id),
        },
      ];
    }),
  );
};
