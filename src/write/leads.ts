import * as queries from '../generated/queries.js';
import type { Reader } from '../graph/port.js';
import { inBatches } from '../record/batches.js';
import { leadingIn, ledBy, mayLead } from '../record/leading.js';
import { NOW } from '../record/time.js';

/** Which thing each id stands for, and all ids that stand for a thing: its own first. */
export interface Sameness {
  of: (id: string) => string;
  all: (id: string) => string[];
}

/** Nothing leads to anything else. */
export const EACH_ITSELF: Sameness = { of: (id) => id, all: (id) => [id] };

/** What leads where, as recorded now: read where it is asked for. */
export class Leads implements Sameness {
  readonly #reader: Reader;
  readonly #to = new Map<string, string>();
  readonly #from = new Map<string, string[]>();

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  of = ledBy((id) => this.#to.get(id) ?? id);

  all = (id: string): string[] => [id, ...(this.#from.get(id) ?? [])];

  /** Reads to what ids lead. */
  async follow(ids: Iterable<string>): Promise<void> {
    const asked = [...new Set([...ids].flatMap((id) => leadingIn(id)?.leading ?? []))].filter((id) => !this.#to.has(id));
    await inBatches(asked, async (some) => {
      for (const id of some) this.#to.set(id, id);
      for (const { id, to } of await this.#reader.read(queries.merges.leadingFrom, { ids: some, knownAt: NOW })) this.#to.set(id, to);
    });
  }

  /** Reads what leads to ids. */
  async gather(ids: Iterable<string>): Promise<void> {
    const asked = [...new Set(ids)].filter((id) => mayLead(id) && !this.#from.has(id));
    await inBatches(asked, async (some) => {
      for (const { id, from } of await this.#reader.read(queries.merges.leadingTo, { ids: some, knownAt: NOW })) {
        this.#from.set(id, from.toSorted());
        for (const one of from) this.#to.set(one, id);
      }
    });
  }
}
