import type { Reader } from '../graph/port.js';
import type { Elements } from '../record/elements.js';
import { EDITOR } from '../write/editors.js';
import { readKept } from '../write/kept-rows.js';
import { Leads } from '../write/leads.js';
import type { Writer } from '../write/model.js';
import { type Entry, elementsOf } from '../write/plan.js';
import { unionUnder } from '../write/resolved.js';
import type { WordRow } from '../write/rows.js';
import type { Kept, Union } from '../write/union.js';

/** What all writers say of things, with what editors say from now on: each is put together once, until more is said of it. */
export class Unions {
  readonly #reader: Reader;
  readonly #writers: readonly Writer[];
  readonly #leads: Leads;
  /** Whether any id leads to another. */
  readonly #isLed: boolean;
  /** What each writer keeps, by the id under which it does. */
  readonly #kept = new Map<string, readonly Kept[]>();
  /** What editors say from now on; null: nothing. */
  readonly #said = new Map<string, WordRow | null>();
  readonly #unions = new Map<string, Union | null>();
  readonly #entries = new Map<string, Entry>();
  readonly #elements = new WeakMap<Union, Elements>();

  constructor(reader: Reader, writers: readonly Writer[], isLed: boolean) {
    this.#reader = reader;
    this.#writers = writers;
    this.#isLed = isLed;
    this.#leads = new Leads(reader);
  }

  /** Reads what is kept of things: before anything is asked of them. */
  async load(ids: Iterable<string | null | undefined>): Promise<void> {
    const named = [...new Set(ids)].filter((id) => id != null);
    if (this.#isLed) await this.#follow(named);
    const asked = named.flatMap((id) => [id, ...this.idsOf(id)]).filter((id) => !this.#kept.has(id));
    if (asked.length === 0) return;
    const kept = await readKept(this.#reader, this.#writers, asked);
    for (const id of asked) this.#kept.set(id, kept.get(id) ?? []);
    for (const id of asked) this.#forget(this.idOf(id));
  }

  /** Reads to what ids lead, and what leads to them: rows that name these are about others then. */
  async #follow(named: readonly string[]): Promise<void> {
    const fresh = named.filter((id) => !this.#kept.has(id));
    await this.#leads.follow(named);
    await this.#leads.gather(named.map(this.idOf));
    if (!fresh.some((id) => this.idOf(id) !== id || this.idsOf(id).length > 1)) return;
    this.#unions.clear();
    this.#entries.clear();
  }

  #forget(lead: string): void {
    this.#unions.delete(lead);
    this.#entries.delete(lead);
  }

  /** Ids of all of which it was read what is kept. */
  loaded = (): Iterable<string> => this.#kept.keys();

  isLoaded = (id: string): boolean => this.#kept.has(id);

  /** What each writer keeps under an id. */
  kept = (id: string): readonly Kept[] => this.#kept.get(id) ?? [];

  /** The thing that an id stands for. */
  idOf = (id: string): string => this.#leads.of(id);

  /** All ids that stand for a thing, its own first. */
  idsOf = (id: string): string[] => this.#leads.all(this.idOf(id));

  #union(id: string, said: ReadonlyMap<string, WordRow | null>): Union | null {
    const lead = this.idOf(id);
    const rows = this.#leads.all(lead).flatMap((one): Kept[] => {
      const kept = this.#kept.get(one);
      if (!kept && !said.has(one)) throw new Error(`${one} is asked for and was not loaded`);
      const now = said.get(one);
      const others = (kept ?? []).filter(({ by }) => by !== EDITOR || now === undefined);
      return now ? [{ by: EDITOR, row: now }, ...others] : others;
    });
    return unionUnder(lead, rows, this.#leads);
  }

  /** What all said of a thing before anything more was said. */
  before = (id: string): Union | null => this.#union(id, new Map());

  /** What all say of a thing. */
  now(id: string): Union | null {
    const lead = this.idOf(id);
    const known = this.#unions.get(lead);
    if (known !== undefined) return known;
    const union = this.#union(lead, this.#said);
    this.#unions.set(lead, union);
    return union;
  }

  /** What editors say of things from now on; null: nothing. */
  get said(): ReadonlyMap<string, WordRow | null> {
    return this.#said;
  }

  /** Lets editors say a row from now on; undefined: what they said before. */
  say(id: string, row: WordRow | null | undefined): void {
    if (row === undefined) this.#said.delete(id);
    else this.#said.set(id, row);
    this.#forget(this.idOf(id));
  }

  /** What becomes of each thing of which editors say something. */
  entries(): Entry[] {
    return [...new Set([...this.#said.keys()].map(this.idOf))].map((id) => {
      const known = this.#entries.get(id);
      const entry = known ?? { id, before: this.before(id), after: this.now(id), because: 'CHANGED' };
      this.#entries.set(id, entry);
      return entry;
    });
  }

  /** The nodes and edges of what all say of a thing. */
  elementsOf = (union: Union | null): Elements => {
    const known = union && this.#elements.get(union);
    if (known) return known;
    const elements = elementsOf(union);
    if (union) this.#elements.set(union, elements);
    return elements;
  };
}
