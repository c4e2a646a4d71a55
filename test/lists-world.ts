import { OUTCOMES, type Outcome } from '../src/words/decisions/model.js';
import { titleAsked } from '../src/words/names/asked.js';
import { foldedText, foldedWords, listKey } from '../src/words/names/fold.js';
import { dayAfter } from '../src/time/civil.js';
import { spanOf } from '../src/time/partial.js';
import type { World } from './world.js';

/** Numbers from 0 to 1, the same ones for the same seed. */
export const randomOf = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

export const oneOf = <T>(random: () => number, all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

export const WORDS = ['Godkendt', 'årsregnskab', 'Aabenraa', 'Ærø kommune', 'region', 'budget-2022', 'café', 'BUDGETTET', 'af', 'søen', 'og'];
export const DATES = [undefined, '2021', '2021-12', '2022', '2022-02', '2022-02-28', '2022-03-01', '2022-06', '2022-06-21', '2022-06-22', '2023-01-01'];
const SUBJECTS = ['Flygtninge', 'Elevpladser'];
const NAMES = ['Varde', 'Ærø', 'Aabenraa', 'Zander'];
export const BODIES = ['body:a', 'body:b', 'body:c'];
export const DOCUMENTS = ['doc:source-0', 'doc:source-1', 'doc:source-2'];
export const MUNICIPALITIES = upTo(3).map((at) => `municipality:${at}`);
export const ABOUT = [...BODIES, 'membership:anna', 'municipality:0'];

export interface Row {
  id: string;
  body?: string;
  issuer?: string;
  date?: string;
  on?: string;
  title: string;
  subject: string;
  text: string;
  outcome: Outcome;
  parties: string[];
  about: string[];
  conflictsWith?: string[];
  sources: string[];
  municipality: string;
  year: number;
}

/** A world of so many rows of each word, some of which are left out or say something else in another one. */
export const listsWorld = (seed: number, count: number): World & Record<string, readonly Row[]> => {
  const drawn = randomOf(seed);
  const rowsOf = <T>(word: string, rowOf: (id: string, random: () => number) => T): T[] =>
    upTo(count).flatMap((at) => {
      const random = randomOf(at * 2 + (drawn() < 0.3 ? 1 : 0));
      return drawn() < 0.15 ? [] : [rowOf(`${word}:${String(at).padStart(3, '0')}`, random)];
    });
  const textOf = (random: () => number): string =>
    upTo(1 + Math.floor(random() * 4))
      .map(() => oneOf(random, WORDS))
      .join(', ');
  const sourceOf = (random: () => number): string[] => [oneOf(random, ['source:0', 'source:1', 'source:2', 'source:3'])];
  const some = (random: () => number, all: readonly string[]): string[] => {
    const found = all.filter(() => random() < 0.5);
    return found.length ? found : [all[0] as string];
  };
  const statements = rowsOf('statement', (id, random) => ({
    id,
    about: some(random, ABOUT.slice(0, 4)),
    subject: oneOf(random, WORDS),
    text: textOf(random),
    conflictsWith: random() < 0.3 ? [`statement:${String(Math.floor(random() * count)).padStart(3, '0')}`] : [],
    sources: sourceOf(random),
  }));
  const stated = new Set(statements.map(({ id }) => id));
  return {
    documents: [
      ...DOCUMENTS.map((id) => ({ id, title: id, kind: 'minutes', date: '2020-01-01' })),
      ...rowsOf('doc', (id, random) => ({
        id,
        title: textOf(random),
        kind: 'letter',
        issuer: oneOf(random, [undefined, ...BODIES]),
        date: oneOf(random, DATES),
      })),
    ],
    sources: upTo(4).map((at) => ({ id: `source:${at}`, document: DOCUMENTS[at < 2 ? at : Math.floor(drawn() * 3)], quote: 'So it is.' })),
    municipalities: MUNICIPALITIES.map((id, at) => ({ id, code: `010${at}`, name: oneOf(drawn, NAMES), sources: ['source:0'] })),
    people: [{ id: 'person:anna', name: 'Anna', sources: ['source:0'] }],
    bodies: BODIES.map((id) => ({ id, kind: 'FORUM', name: id, sources: ['source:0'] })),
    memberships: [{ id: 'membership:anna', person: 'person:anna', body: 'body:a', role: 'MEMBER', from: '2020', sources: ['source:0'] }],
    meetings: rowsOf('meeting', (id, random) => ({ id, body: oneOf(random, [undefined, ...BODIES]), date: oneOf(random, DATES), sources: sourceOf(random) })),
    decisions: rowsOf('decision', (id, random) => ({
      id,
      body: oneOf(random, [undefined, ...BODIES]),
      date: oneOf(random, DATES),
      text: textOf(random),
      outcome: oneOf(random, OUTCOMES.slice(0, 3)),
      sources: sourceOf(random),
    })),
    agreements: rowsOf('agreement', (id, random) => ({
      id,
      title: textOf(random),
      parties: some(random, BODIES),
      undated: 'No date is printed.',
      sources: sourceOf(random),
    })),
    allocations: rowsOf('allocation', (id, random) => ({
      id,
      municipality: oneOf(random, MUNICIPALITIES),
      subject: oneOf(random, SUBJECTS),
      year: 2021 + Math.floor(random() * 2),
      value: 1,
      sources: sourceOf(random),
    })),
    statements: statements.map(({ conflictsWith, ...row }) => {
      const others = conflictsWith.filter((id) => id !== row.id && stated.has(id));
      return { ...row, ...(others.length && { conflictsWith: others }) };
    }),
    // Of which body an election is never changes.
    elections: rowsOf('election', (id, random) => ({
      id,
      body: BODIES[Number(id.slice(-1)) % BODIES.length],
      on: oneOf(random, DATES.slice(1)),
      sources: sourceOf(random),
    })),
  } as unknown as World & Record<string, readonly Row[]>;
};

export interface Filter {
  body?: string | null;
  issuer?: string | null;
  party?: string | null;
  about?: string | null;
  municipality?: string | null;
  document?: string | null;
  from?: string | null;
  until?: string | null;
  timing?: string[] | null;
  outcomes?: string[] | null;
  text?: string | null;
  title?: string | null;
  subject?: string | null;
  year?: number | null;
  conflicting?: boolean | null;
}

/** Whether a row passes a filter, told without the graph. */
export const passes = (list: string, row: Row, filter: Filter, world: Record<string, readonly Row[]>, asOf: string): boolean => {
  const { from, until } = filter;
  const date = row.date ?? row.on;
  const span = date ? spanOf(date) : null;
  const begins = (asked: string[], said: string): boolean =>
    asked.length > 0 && asked.every((word) => foldedWords(said).some((other) => other.startsWith(word)));
  const timing = !span ? null : span.last < asOf ? 'PAST' : span.first > asOf ? 'UPCOMING' : span.first === span.last ? 'TODAY' : null;
  const conflicts = row.conflictsWith !== undefined || (world['statements'] ?? []).some((other) => other.conflictsWith?.includes(row.id));
  const documentOf = (source: string): unknown => (world['sources'] as unknown as { id: string; document: string }[]).find(({ id }) => id === source)?.document;
  return (
    (filter.body == null || row.body === filter.body) &&
    (filter.issuer == null || row.issuer === filter.issuer) &&
    (filter.party == null || row.parties.includes(filter.party)) &&
    (filter.about == null || row.about.includes(filter.about)) &&
    (filter.municipality == null || row.municipality === filter.municipality) &&
    (filter.document == null || row.sources.some((source) => documentOf(source) === filter.document)) &&
    ((!from && !until) || (span !== null && (!until || span.first < until) && (!from || dayAfter(span.last) > from))) &&
    (!filter.timing || (timing !== null && filter.timing.includes(timing))) &&
    (!filter.outcomes || filter.outcomes.includes(row.outcome)) &&
    (!filter.text || begins(foldedWords(filter.text), list === 'statements' ? `${row.subject}\n${row.text}` : row.text)) &&
    (!filter.title?.trim() || titleAsked(filter.title).every((word) => foldedText(row.title).includes(word))) &&
    (!filter.subject || row.subject === filter.subject) &&
    (filter.year == null || row.year === filter.year) &&
    (filter.conflicting == null || conflicts === filter.conflicting)
  );
};

/** What a list is ordered by. */
export const orderOf = (list: string, row: Row, world: Record<string, readonly Row[]>): string => {
  if (list === 'meetings' || list === 'decisions') return `${row.date ?? '9999'}\t${row.id}`;
  if (list === 'elections') return `${row.on}\t${row.id}`;
  if (list === 'statements') return listKey(row.subject, row.id);
  if (list !== 'allocations') return listKey(row.title, row.id);
  const place = (world['municipalities'] as unknown as { id: string; name: string }[]).find(({ id }) => id === row.municipality);
  return `${listKey(place?.name ?? '', row.municipality)}\n${row.year}\t${listKey(row.subject, row.id)}`;
};
