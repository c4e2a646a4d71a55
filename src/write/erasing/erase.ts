import { randomBytes } from 'node:crypto';
import * as queries from '../../generated/queries.js';
import type { Transaction } from '../../graph/port.js';
import { inBatches } from '../../record/batches.js';
import { grouped } from '../../record/grouped.js';
import { NEVER } from '../../record/time.js';
import { foldedWords, listKey } from '../../words/names/fold.js';
import { namesOf } from '../../words/names/definition.js';
import { keepRows, readWriters } from '../kept-rows.js';
import { indexNames } from '../name-index.js';
import type { Erasure } from '../model.js';
import type { WordRow } from '../rows.js';
import type { Recording } from '../transaction.js';
import { isFields } from '../../record/fields.js';
import { writeEdges, writeNodes } from '../versions.js';
import { digestOf } from './digests.js';
import { type Found, findAll, namesIn, wordsToFind } from './found.js';
import { type Reach, type Unit, reachOf, replacingIds } from './reach.js';
import { type Replacing, parsed, replaceText, replaceValue } from './values.js';
import { ERASED } from './words.js';

/** What names and words are found by; what they are said by is written anew with them. */
const KEPT_APART = new Set(['SearchWord', 'Spelling', 'KeptRows', 'Erasure', 'RevisionTime', 'Revision']);

const unitOf = (said: unknown): Unit => ({ id: isFields(said) && typeof said['id'] === 'string' ? said['id'] : null, said: isFields(said) ? said : { said } });

/** A kept row is of its own, whatever else is kept beside it. */
const unitsOf = ({ n, labels }: Found): Unit[] => {
  if (!labels?.includes('KeptRows')) return [unitOf(n)];
  return (JSON.parse(n['json'] as string) as WordRow[]).map(({ row }) => unitOf(row));
};

const PARTS = ['name', 'called', 'identifier'];

const isPartOf = (id: unknown, people: readonly string[]): boolean =>
  people.some((person) => PARTS.some((part) => String(id).startsWith(`${part}:${person}:`)));

class Erasing {
  readonly #replacing: Replacing;
  readonly #isTied: Reach['isTied'];
  readonly ids: ReadonlyMap<string, string>;

  constructor(
    { ids, matching, isTied }: Reach,
    readonly people: readonly string[],
    own: string,
  ) {
    this.ids = ids;
    this.#isTied = isTied;
    this.#replacing = { ids: replacingIds(ids), matching, own, people: new Set(people.map((id) => ids.get(id) as string)) };
  }

  value(value: unknown, around: boolean): unknown {
    const unit = unitOf(value);
    return replaceValue(value, this.#replacing, this.#isTied(unit) || (around && unit.id === null));
  }

  isTied = (unit: Unit): boolean => this.#isTied(unit);

  /** A column: of JSON each item by itself. */
  #column(value: unknown, isTied: boolean): unknown {
    const json = typeof value === 'string' ? parsed(value) : undefined;
    if (json !== undefined) return JSON.stringify(Array.isArray(json) ? json.map((one) => this.value(one, isTied)) : this.value(json, isTied));
    return typeof value === 'string' ? replaceText(value, this.#replacing, isTied) : replaceValue(value, this.#replacing, isTied);
  }

  /** What a node or edge says from now on. */
  said({ n, labels }: Found): Record<string, unknown> {
    const isTied = this.#isTied(unitOf(n));
    const said: Record<string, unknown> = Object.fromEntries(Object.entries(n).map(([key, value]) => [key, this.#column(value, isTied)]));
    if (this.people.includes(n['id'] as string) && 'sortKey' in n) {
      return { ...said, name: ERASED, sortKey: listKey(ERASED, said['id'] as string), called: null };
    }
    return labels?.includes('Name') ? { ...said, words: foldedWords(said['text'] as string) } : said;
  }
}

const differs = (one: unknown, other: unknown): boolean => JSON.stringify(one) !== JSON.stringify(other);

/** Rows of all writers that are said anew: kept under their ids from now on. Returns the ids of all of them, and of those that are of the person. */
const rewriteRows = async (tx: Transaction, found: readonly Found[], erasing: Erasing): Promise<Pick<Erasure, 'tied' | 'held'>> => {
  const [held, tied] = [new Set<string>(), new Set<string>()];
  const kept = found.filter(({ labels }) => labels?.includes('KeptRows'));
  const byWriter = grouped(kept, ({ n }) => n['writer'] as string);
  for (const writer of await readWriters(tx)) {
    const rows = (byWriter.get(writer.id) ?? []).flatMap(({ n }) => JSON.parse(n['json'] as string) as WordRow[]);
    const changed = rows
      .map((one) => ({ before: one, after: { ...one, row: erasing.value(one.row, false) as WordRow['row'] } }))
      .filter(({ before, after }) => differs(before, after));
    for (const { before, after } of changed) {
      held.add(after.row.id);
      if (erasing.isTied(unitOf(before.row))) tied.add(after.row.id);
    }
    const put = changed.map(({ after }) => after);
    const remove = changed.flatMap(({ before, after }) => (before.row.id === after.row.id ? [] : [before.row.id]));
    const { rows: _, digests: __, ...rest } = writer;
    if (put.length > 0) await keepRows(tx, writer, rest, put, remove);
  }
  return { held: [...held], tied: [...tied] };
};

/** Names are found by their words alone; words that no name has any more are forgotten. */
const indexAnew = async (tx: Transaction, names: readonly { id: string; words: string[] }[], words: readonly string[]): Promise<void> => {
  await inBatches(names, (some) => tx.run(queries.erasing.untieWords, { ids: some.map(({ id }) => id) }));
  await indexNames(tx, names);
  const unused = (await tx.read(queries.erasing.unusedWords, { words: [...words] })).map(({ text }) => text);
  await tx.run(queries.erasing.forgetSpellings, { words: unused });
  await tx.run(queries.erasing.forgetWords, { words: unused });
};

const erasureOf = (number: number, own: string, { ids, words, matching }: Reach, of: Pick<Erasure, 'tied' | 'held'>): Erasure => {
  const salt = randomBytes(16).toString('base64url');
  const digests = (some: Iterable<string>): string[] => [...some].map((one) => digestOf(salt, one));
  return {
    ...{ id: `erasure:${number}`, number, salt, own },
    formerIds: digests(ids.keys()),
    ids: [...ids.values()],
    ...{ names: digests(words.own), others: digests(words.others), shared: digests(words.shared), lengths: [...matching(false, false).lengths] },
    ...of,
  };
};

/**
 * Erases somebody who is known by some ids, in all that is kept, and in every version of it: nothing holds the name or an id made
 * from it afterwards. Returns what says anew whatever else is told.
 */
export const erase = async (tx: Recording, at: number, people: readonly string[]): Promise<<T>(told: T) => T> => {
  const number = (await tx.read(queries.erasing.all, {})).reduce((count, { e }) => count + e.ids.filter((id) => id.startsWith('person:')).length, 1);
  const owned = people.map((id) => id.slice(id.indexOf(':') + 1));
  const words = wordsToFind(owned);
  const first = await findAll(tx, words);
  const names = namesIn(first, people);
  const all = wordsToFind([...owned, ...names]);
  const found = all.length === words.length ? first : await findAll(tx, all);
  const units = found.flatMap(unitsOf);
  const own = people.map((_, index) => `erased-${number + index}`);
  const reach = reachOf(units, { ids: people, names, own });
  const erasing = new Erasing(reach, people, own[0] as string);

  // What the feed told of a part goes with it.
  const isPart = ({ n }: Found): boolean => isPartOf(n['id'] ?? n['thing'], people);
  const parts = found.filter((one) => one.labels && isPart(one));
  const stay = found.filter((one) => !one.labels?.some((label) => KEPT_APART.has(label)) && !isPart(one));
  const anew = stay.map((one) => ({ ...one, said: erasing.said(one) })).filter(({ n, said }) => differs(n, said));
  const rowsOf = (isNode: boolean) => anew.filter(({ labels }) => (labels !== null) === isNode).map(({ key, said }) => ({ key, n: said }));
  await inBatches(
    parts.map(({ key }) => key),
    (some) => tx.run(queries.erasing.forgetNodes, { keys: some }),
  );
  await inBatches(rowsOf(true), (rows) => tx.run(queries.erasing.rewriteNodes, { rows }));
  await inBatches(rowsOf(false), (rows) => tx.run(queries.erasing.rewriteEdges, { rows }));
  const rows = await rewriteRows(tx, found, erasing);

  const present = anew
    .filter(({ n, labels }) => labels?.includes('Person') && people.includes(n['id'] as string) && n['retractedAt'] === NEVER)
    .map(({ said }) => said as { id: string; sources: string[] });
  const called = present.map(({ id, sources }) => namesOf({ id, name: ERASED, sources }).elements);
  await writeNodes(
    tx,
    called.flatMap(({ nodes }) => nodes.map((element) => ({ element, because: 'RECORDED' as const }))),
    at,
  );
  await writeEdges(
    tx,
    called.flatMap(({ edges }) => edges.map((element) => ({ element, because: 'RECORDED' as const }))),
    at,
  );
  const renamed = anew.filter(({ labels }) => labels?.includes('Name')).map(({ said }) => ({ id: said['id'] as string, words: said['words'] as string[] }));
  await indexAnew(tx, renamed, [...new Set(names.flatMap(foldedWords))]);

  await tx.run(queries.erasing.keep, { row: erasureOf(number, own[0] as string, reach, rows) });
  const anewOf = <T>(told: T): T => erasing.value(told, true) as T;
  tx.journal.sayAnew(anewOf);
  return anewOf;
};
