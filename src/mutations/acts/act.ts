import type { SourceInput } from '../../generated/api.js';
import type { ProblemCode } from '../codes.js';
import type { WordName } from '../../write/rows.js';
import type { Draft, Fields, Thing, Why } from '../draft.js';
import type { Passage } from '../passages.js';
import { type Problem, problemOf } from '../problems.js';

/** What one act has to write with. */
export class Writing {
  readonly draft: Draft;
  readonly act: number;
  readonly #path: readonly string[];
  readonly #passage: () => Promise<Passage>;

  constructor(draft: Draft, act: number, name: string, passage: () => Promise<Passage>) {
    this.draft = draft;
    this.act = act;
    this.#path = ['acts', String(act), name];
    this.#passage = passage;
  }

  /** Where a field of the act stands in the entry. */
  at(...fields: string[]): string[] {
    return [...this.#path, ...fields];
  }

  /** The passage that the act stands in. */
  passage(): Promise<Passage> {
    return this.#passage();
  }

  /** Says what stands against the act. Returns null, for who has nothing to go on with. */
  refuse(code: ProblemCode, fields: readonly string[], required: string, more: Partial<Problem> = {}): null {
    this.draft.problems.push(problemOf({ code, path: this.at(...fields), required, ...more }));
    return null;
  }

  /** A thing of some words; null: there is none, which is told. */
  known(id: string, words: readonly WordName[], field: string, what: string): Thing | null {
    const thing = this.draft.thing(id);
    if (thing && words.includes(thing.word)) return thing;
    return this.refuse(thing ? 'WRONG_TYPE' : 'UNKNOWN_ID', [field], `the id of ${what}`, { given: id });
  }

  /** Says some fields of a thing, with the source of the act: of one that says nothing new only what somebody named it for. */
  async say(word: WordName, id: string, fields: Fields, why: Why): Promise<void> {
    const isNew = this.draft.say(this.act, word, id, fields, why);
    const { source, isNamed, record } = await this.#passage();
    if (!isNew && !isNamed) return;
    record(this.act);
    const sources = (this.draft.editors(id)['sources'] ?? []) as string[];
    if (!sources.includes(source)) this.draft.say(this.act, word, id, { sources: [...sources, source] }, isNew ? why : 'LEARNT');
  }
}

/** What a kind of act does. */
export interface Act<I> {
  /** Ids of things that it reads, whether they are recorded or not. */
  reads: (input: I) => readonly (string | null | undefined)[];
  /** Says what it says in the draft; what stands against it is told there. */
  apply: (writing: Writing, input: I) => void | Promise<void>;
}

/** An input that may name its own source. */
export interface Sourced {
  source?: SourceInput | null;
}
