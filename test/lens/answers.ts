import { isDeepStrictEqual } from 'node:util';

type Json = unknown;
type Fields = Record<string, Json>;

/** What a thing says of itself: fields without arguments. */
const OWN = ['asOf', 'certainty', 'phase', 'name', 'party', 'municipalities', 'interval'];

const byId = (one: Json, two: Json): number => ((one as { id: string }).id < (two as { id: string }).id ? -1 : 1);
/** A list without what says the same as what stands before it. */
export const changed = <T>(all: readonly T[]): T[] => all.filter((one, i) => i === 0 || !isDeepStrictEqual(one, all[i - 1]));

/** A client's cache: what each key was said to be, and what else was said of one. */
export class Cache {
  readonly #said = new Map<string, string>();
  readonly contradictions: string[] = [];

  /**
   * An answer as the model gives it: without keys, which are kept here. The bodies of a lineage are in the order of their ids; of a
   * history versions that say the same are one, as what moved a bound is in no answer of the model.
   */
  keep(answer: Json): Json {
    if (Array.isArray(answer)) return answer.map((one) => this.keep(one));
    if (typeof answer !== 'object' || answer === null) return answer;
    const { key, ...fields } = answer as Fields;
    const kept = Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, this.keep(value)]));
    if (typeof key === 'string') for (const field of OWN) if (field in kept) this.#note(`${key} ${field}`, JSON.stringify(kept[field]));
    if (Array.isArray(kept['lineage'])) kept['lineage'] = [...(kept['lineage'] as Json[])].sort(byId);
    if (Array.isArray(kept['history'])) kept['history'] = changed(kept['history'] as Json[]);
    return kept;
  }

  #note(what: string, value: string): void {
    const other = this.#said.get(what);
    if (other !== undefined && other !== value) this.contradictions.push(`${what}: ${other}, ${value}`);
    this.#said.set(what, value);
  }
}
