import { isDeepStrictEqual } from 'node:util';
import * as queries from '../generated/queries.js';
import type { Reader } from '../graph/port.js';
import { isFields } from '../record/fields.js';
import type { CivilDate } from '../time/civil.js';
import type { ChangeSet } from '../write/change-set.js';
import { EDITOR, EDITORS } from '../write/editors.js';
import { readWriters } from '../write/kept-rows.js';
import type { WordName, WordRow } from '../write/rows.js';
import { isAlike } from './alike.js';
import type { Union } from '../write/union.js';
import { Around } from './around.js';
import { type Days, daysAsSaid, movesOthers } from './as-said.js';
import type { Problem } from './problems.js';
import { Unions } from './unions.js';
import { type Why, foremost } from './why.js';

/** What a row says. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether fields say that what has them lasts, or is there, until further notice. */
export const isOpen = ({ open, existence }: Fields): boolean => open === true || (existence as Fields | undefined)?.['open'] === true;

const sourcesOf = (union: Union | null): unknown => (union?.row.row as Fields | undefined)?.['sources'];

/** Fields without what is undefined, and without each null of what nobody says. */
const withoutNeedless = (fields: Fields, said: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]): [string, unknown][] => {
      if (!isFields(value)) return value === undefined || (value === null && said[key] === undefined) ? [] : [[key, value]];
      const inner = withoutNeedless(value, (said[key] ?? {}) as Fields);
      return Object.keys(inner).length > 0 ? [[key, inner]] : [];
    }),
  );

/** A row of a word, as all writers together say it. */
export interface Thing {
  id: string;
  word: WordName;
  fields: Fields;
}

/** What editors keep of a thing, before an entry and after it; null: nothing. */
export interface EditedRow {
  id: string;
  before: WordRow | null;
  after: WordRow | null;
}

/**
 * The rows that an entry touches, as its acts so far leave them. What acts say goes into the editors' own rows, which hold
 * nothing else: what they say stands before what data sets say, a null says that there is none.
 */
export class Draft {
  readonly problems: Problem[] = [];
  readonly reader: Reader;
  readonly today: CivilDate;
  /** What is recorded around what acts name. */
  readonly around: Around;
  /** Rows that were written as something else happened: what follows by rule. */
  readonly carried = new Set<string>();
  /** People who are erased: the ids that lead to each, with the act and what is recorded of them. */
  readonly erased: { act: number; ids: readonly string[]; things: readonly string[] }[] = [];
  /** What all say of things, as the acts so far leave it. */
  readonly #unions: Unions;
  readonly #why = new Map<string, Why>();
  readonly #acts = new Map<string, number[]>();
  /** Things of which acts so far said that they last until further notice. */
  readonly #opened = new Set<string>();
  /** Whether acts so far said what may move when things are in force that they said nothing of. */
  #isMoved = false;

  private constructor(reader: Reader, today: CivilDate, unions: Unions) {
    this.reader = reader;
    this.today = today;
    this.#unions = unions;
    this.around = new Around(reader, unions.loaded, (ids) => this.load(ids));
  }

  static async of(reader: Reader, today: CivilDate): Promise<Draft> {
    const [[merged], writers] = await Promise.all([reader.read(queries.merges.count, {}), readWriters(reader)]);
    return new Draft(reader, today, new Unions(reader, writers, (merged?.count ?? 0) > 0));
  }

  /** Reads what is kept of things: before anything is asked of them. */
  load(ids: Iterable<string | null | undefined>): Promise<void> {
    return this.#unions.load(ids);
  }

  /** The thing that an id stands for. */
  idOf = (id: string): string => this.#unions.idOf(id);

  /** What all say of a thing, with all that was said so far; null: nobody says that it is. */
  thing(id: string): Thing | null {
    const union = this.#unions.now(id);
    return union && { id: union.row.row.id, word: union.row.word, fields: union.row.row as unknown as Fields };
  }

  /** What was recorded of a thing before the entry. */
  before(id: string): Thing | null {
    const union = this.#unions.before(id);
    return union && { id: union.row.row.id, word: union.row.word, fields: union.row.row as unknown as Fields };
  }

  /** What editors themselves say of a thing. */
  editors(id: string): Fields {
    const lead = this.idOf(id);
    const { said } = this.#unions;
    const now = said.has(lead) ? said.get(lead) : this.kept(lead);
    return (now?.row ?? {}) as Fields;
  }

  /** Things that acts so far said something of. */
  *said(): Generator<Thing> {
    for (const [id, row] of this.#unions.said) {
      const thing = row && this.thing(id);
      if (thing) yield thing;
    }
  }

  /** Puts fields into the editors' own row: what is undefined goes, and so does a null of what nobody says. */
  #put(word: WordName, id: string, fields: Fields): void {
    const own = { ...this.editors(id), ...fields, id };
    const say = (said: Fields): void => this.#unions.say(id, { word, row: withoutNeedless(own, said) as unknown as WordRow['row'] });
    say({});
    say(this.thing(id)?.fields ?? {});
  }

  /** Lets editors say some fields of a thing: null takes one away, undefined leaves it to others. Returns whether that says anything else than what was said. */
  say(act: number, word: WordName, thing: string, fields: Fields, why: Why): boolean {
    const id = this.idOf(thing);
    const [was, before] = [this.#unions.said.get(id), this.thing(id)];
    this.#put(word, id, fields);
    if (isDeepStrictEqual(this.thing(id), before)) {
      this.#unions.say(id, was);
      return false;
    }
    this.#note(act, id, why);
    if (isOpen(fields)) this.#opened.add(id);
    this.#isMoved ||= movesOthers(word, before && fields);
    return true;
  }

  /** Whether an act so far said that a thing lasts until further notice. */
  isOpened(id: string): boolean {
    return this.#opened.has(this.idOf(id));
  }

  /** Leaves out what acts said and took back: of what is, after all, as it was nothing is written, and what only gained a source was learnt. */
  settle(): void {
    for (const { id, before, after } of this.#unions.entries()) {
      if (!isAlike(before?.row, after?.row)) continue;
      if (isDeepStrictEqual(sourcesOf(before), sourcesOf(after))) this.#unsay(id);
      else this.#why.set(id, 'LEARNT');
    }
  }

  #unsay(id: string): void {
    this.#unions.say(id, undefined);
    this.#why.delete(id);
    this.#acts.delete(id);
    this.carried.delete(id);
  }

  /** When those of some seats and ties are in force that acts so far said something of, or may have moved, by their ids. */
  daysOf(ids: readonly string[]): Promise<Map<string, Days>> {
    const moved = this.#isMoved ? ids : ids.filter((id) => this.actsOf(id).length > 0);
    return moved.length > 0 ? daysAsSaid(this.reader, this.#unions.entries(), moved, this.#unions.elementsOf) : Promise.resolve(new Map());
  }

  #note(act: number, id: string, why: Why): void {
    this.#why.set(id, foremost(why, this.#why.get(id)));
    this.#acts.set(id, [...(this.#acts.get(id) ?? []), act]);
  }

  /** Whether nobody but editors says of a thing that it is. */
  isEditorsOwn(id: string): boolean {
    return this.#unions.kept(id).every(({ by }) => by === EDITOR);
  }

  /** Lets editors say that a thing never was. */
  retract(act: number, thing: string): void {
    const id = this.idOf(thing);
    const word = this.thing(id)?.word as WordName;
    this.#isMoved ||= movesOthers(word, null);
    this.#unions.say(id, this.isEditorsOwn(id) ? null : { word, row: { id }, retracted: true });
    this.#note(act, id, 'CORRECTED');
  }

  /** All ids that stand for a thing, its own first. */
  idsOf = (id: string): string[] => this.#unions.idsOf(id);

  /** What editors kept under an id before the entry; null: nothing. */
  kept(id: string): WordRow | null {
    return this.#unions.kept(id).find(({ by }) => by === EDITOR)?.row ?? null;
  }

  /** Lets editors say again what they said; null: nothing. */
  restore(act: number, id: string, row: WordRow | null): void {
    this.#unions.say(id, row);
    this.#note(act, id, 'CORRECTED');
  }

  /** The acts that said something of a thing, in their order. */
  actsOf(id: string): readonly number[] {
    return this.#acts.get(id) ?? [];
  }

  /** Ids of what was recorded before the entry, and of which it says that it was otherwise, or never. */
  corrected(): string[] {
    return [...this.#why].flatMap(([id, why]) => (why === 'CORRECTED' && this.before(id) ? [id] : []));
  }

  /** An id that nothing has: the given one, or with the first number that makes it free. */
  async free(id: string): Promise<string> {
    const numbered = (n: number): string => (n === 1 ? id : `${id}-${n}`);
    for (let n = 1; ; n += 1) {
      const one = numbered(n);
      if (!this.#unions.isLoaded(one)) await this.load([one, numbered(n + 1), numbered(n + 2)]);
      if (!this.thing(one)) return one;
    }
  }

  /** What editors said of each thing before the entry, and what they say after it. */
  rows(): EditedRow[] {
    return [...this.#unions.said].map(([id, after]) => ({ id, before: this.kept(id), after }));
  }

  /** The rows that the entry changes, as all writers together say them: as they were, and as they become. */
  changed(): WordRow[] {
    return this.#unions.entries().flatMap(({ before, after }) => [before, after].flatMap((union) => union?.row ?? []));
  }

  changeSet(): ChangeSet {
    const rows = this.rows();
    return {
      source: EDITORS,
      put: rows.flatMap(({ after }) => after ?? []),
      remove: rows.flatMap(({ id, before, after }) => (before && !after ? [id] : [])),
      because: this.#why,
      expectedRevision: null,
      referredTo: 'REFUSE',
      judge: true,
    };
  }
}
