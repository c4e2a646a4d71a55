import * as queries from '../generated/queries.js';
import { isAlike } from './alike.js';
import type { Reader } from '../graph/port.js';
import { inBatches } from '../record/batches.js';
import { grouped } from '../record/grouped.js';
import { isBodyId } from '../record/ids.js';
import { NOW } from '../record/time.js';
import type { CivilDate } from '../time/civil.js';
import { certaintyOn } from '../time/in-force.js';
import { stepsUp } from '../words/calendars/steps.js';
import type { Rows, WordName, WordRow } from '../write/rows.js';
import type { Fields } from './draft.js';
import { EVERYWHERE, placeOf } from './places.js';

/** What an entry touches. */
export interface Touched {
  /** The rows that its acts change: as they become, and also as they were, where they were there. */
  rows: readonly WordRow[];
  /** Ids of what was recorded before and of which they say that it was otherwise, or never. */
  corrected?: readonly string[];
  /** Ids of the bodies in which something is carried along. */
  carriedIn?: readonly string[];
}

/** Things of nobody's body, whose names are for who writes all of them. */
const NAMED_FOR_ALL: readonly WordName[] = ['people', 'parties', 'municipalities', 'regions'];

/** Things of nobody's body whose end is for who writes all of them. */
const ENDED_FOR_ALL: readonly WordName[] = ['parties', 'municipalities', 'regions'];

type Bodies = ReadonlyMap<string, readonly string[]>;

const bodiesOf = async (before: Reader, ids: Iterable<string>): Promise<Bodies> => {
  const found = new Map<string, readonly string[]>();
  await inBatches([...new Set(ids)], async (some) => {
    for (const { id, bodies } of await before.read(queries.bodies.ofThings, { ids: some, knownAt: NOW })) found.set(id, bodies);
  });
  return found;
};

/** What bodies are part of on a day, from some bodies up to others. */
const wholesAround = async (before: Reader, bodies: Iterable<string>, upTo: ReadonlySet<string>, day: CivilDate): Promise<Map<string, string[]>> => {
  const wholes = new Map<string, string[]>();
  for (let frontier = [...new Set(bodies)]; frontier.length > 0;) {
    for (const id of frontier) wholes.set(id, []);
    const steps = (await stepsUp(before, NOW)(frontier)).filter((step) => step.relation === 'PART_OF' && certaintyOn(step, day) !== null);
    for (const { fromId, toId } of steps) wholes.get(fromId)?.push(toId);
    frontier = [...new Set(steps.map(({ toId }) => toId))].filter((id) => !wholes.has(id) && !upTo.has(id));
  }
  return wholes;
};

/** The bodies that an entry makes, and what it makes them part of. */
const madeBy = (rows: readonly WordRow[], known: Bodies): Bodies => {
  const isNew = ({ word, row }: WordRow): boolean => word === 'bodies' && known.get(row.id)?.length === 0;
  const made = new Map(rows.filter(isNew).map(({ row }) => [row.id, [] as string[]]));
  for (const { word, row } of rows) {
    const { kind, subject, object } = row as Rows['relations'];
    if (word === 'relations' && kind === 'PART_OF') made.get(subject)?.push(object);
  }
  return made;
};

type Ends = Readonly<Partial<Record<'until' | 'over', unknown>>>;

/** Ids of rows of some words of which an entry changes some fields. */
const changedIn = (rows: readonly WordRow[], words: readonly WordName[], fields: (row: Fields) => readonly unknown[]): string[] => {
  const said = (one: WordRow | undefined): unknown => one && fields(one.row as unknown as Fields);
  const versions = grouped(
    rows.filter(({ word }) => words.includes(word)),
    ({ row }) => row.id,
  );
  return [...versions].filter(([, [first, ...others]]) => others.some((one) => !isAlike(said(first), said(one)))).map(([id]) => id);
};

/** Whether a body is among some, or part of one of them at any remove; of those that only what is around them can begin or end, only the latter. */
const within = (own: ReadonlySet<string>, onlyAround: ReadonlySet<string>, made: Bodies, wholes: Bodies) => {
  const isWithin = (id: string, below: readonly string[]): boolean =>
    (own.has(id) && !onlyAround.has(id)) || (!below.includes(id) && (made.get(id) ?? wholes.get(id) ?? []).some((whole) => isWithin(whole, [...below, id])));
  return (id: string): boolean => isWithin(id, []);
};

/** Where each row lies: bodies, and what is not of the entry itself and lies in one. */
const placesIn = (rows: readonly WordRow[]): { id: string; in: string[] }[] => {
  const ofEntry = grouped(rows, ({ row }) => row.id);
  const placesOf = (row: WordRow): string[] => placeOf(row).flatMap((id) => (isBodyId(id) ? [id] : (ofEntry.get(id)?.flatMap(placesOf) ?? [id])));
  return rows.map((row) => ({ id: row.row.id, in: placesOf(row) }));
};

/** Ids of what may be added by whoever writes, and is changed in what is for who writes all of it: what it is called, whether it is no more, what it was. */
const forAllIn = (rows: readonly WordRow[], corrected: readonly string[]): string[] => [
  ...changedIn(rows, NAMED_FOR_ALL, ({ name, names }) => [name, names]),
  ...changedIn(rows, ENDED_FOR_ALL, ({ existence }) => [(existence as Ends | undefined)?.until, (existence as Ends | undefined)?.over]),
  ...rows.filter((row) => corrected.includes(row.row.id) && placeOf(row).length === 0).map(({ row }) => row.id),
];

/** The bodies that what an entry touches lies in. */
export const bodiesTouched = async (reader: Reader, { rows, carriedIn = [] }: Touched): Promise<string[]> => {
  const places = placesIn(rows).flatMap((place) => place.in);
  const others = await bodiesOf(
    reader,
    places.filter((id) => !isBodyId(id)),
  );
  return [...new Set([...places.flatMap((id) => (isBodyId(id) ? [id] : (others.get(id) ?? []))), ...carriedIn])];
};

/** What lies outside the bodies of who writes; `around`: of a body of their own that is begun or ended, what it is part of, which is not theirs. */
export interface Outside {
  id: string;
  around: readonly string[] | null;
}

/**
 * The rows and bodies of an entry that lie outside the bodies of who writes (null: all) and outside what is part of these on a day; none: it all lies
 * within. What lies in no body may be added and ended, and is corrected by who writes all. `before` reads the record without the entry, so that nobody
 * writes a body by making it part of theirs. To begin or end a body is to write what it is part of, for one that the entry makes by the entry. What is not
 * known lies outside.
 */
export const outsideBodies = async (
  before: Reader,
  own: readonly string[] | null,
  { rows, corrected = [], carriedIn = [] }: Touched,
  day: CivilDate,
): Promise<Outside[]> => {
  if (own === null) return [];
  const places = [...placesIn(rows), ...forAllIn(rows, corrected).map((id) => ({ id, in: [EVERYWHERE] })), ...carriedIn.map((id) => ({ id, in: [id] }))];
  const named = places.flatMap((place) => place.in);
  const isMade = (id: string): boolean => rows.some(({ word, row }) => word === 'bodies' && row.id === id);
  const known = await bodiesOf(
    before,
    named.filter((id) => !isBodyId(id) || isMade(id)),
  );
  const made = madeBy(rows, known);
  const onlyAround = new Set([...made.keys(), ...changedIn(rows, ['bodies'], ({ existence }) => [existence])]);
  const around = [...named.filter(isBodyId), ...[...known.values()].flat(), ...[...made.values()].flat()];
  const wholes = await wholesAround(
    before,
    around.filter((id) => !own.includes(id) || onlyAround.has(id)),
    new Set(own),
    day,
  );
  const isWithin = within(new Set(own), onlyAround, made, wholes);
  const isOutside = (id: string): boolean => {
    const bodies = isBodyId(id) ? [id] : (known.get(id) ?? []);
    return bodies.length === 0 || !bodies.every(isWithin);
  };
  const isTheirs = within(new Set(own), new Set(), made, wholes);
  const aroundOf = (id: string): string[] => (made.get(id) ?? wholes.get(id) ?? []).filter((whole) => !isWithin(whole));
  const outside = new Set(places.filter((place) => place.in.some(isOutside)).map(({ id }) => id));
  return [...outside].map((id) => ({ id, around: onlyAround.has(id) && isTheirs(id) ? aroundOf(id) : null }));
};
