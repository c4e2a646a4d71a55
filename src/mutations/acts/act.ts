import type { EndsInput, SourceInput } from '../../generated/api.js';
import type { PartialDate } from '../../time/partial.js';
import type { ProblemCode } from '../codes.js';
import type { WordName } from '../../write/rows.js';
import { endsBefore, untilOf } from '../dates.js';
import type { Draft, Fields, Thing } from '../draft.js';
import type { Why } from '../why.js';
import { type Passage, namedIn, passageOf } from '../passages.js';
import { type Problem, problemOf } from '../problems.js';
import { hasSources } from './fields.js';

/** What one act has to write with. */
export class Writing {
  readonly draft: Draft;
  readonly act: number;
  readonly #path: readonly string[];
  readonly #passage: () => Promise<Passage>;

  constructor(draft: Draft, act: number, path: readonly string[], passage: () => Promise<Passage>) {
    this.draft = draft;
    this.act = act;
    this.#path = ['acts', String(act), ...path];
    this.#passage = passage;
  }

  /** The same act, of which a part is said. */
  under(...fields: string[]): Writing {
    return new Writing(this.draft, this.act, [...this.#path.slice(2), ...fields], this.#passage);
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

  /** Whether the end that an act gives, where it gives one, lies after its start; one that does not is told. */
  endsAfter({ from, ends }: { from?: PartialDate | null | undefined; ends?: EndsInput | null | undefined }): boolean {
    const until = ends ? untilOf(ends) : null;
    if (until === null || !endsBefore(from, until)) return true;
    this.refuse('ENDS_BEFORE_IT_BEGINS', ['ends'], `an end after ${String(from)}`, { given: until });
    return false;
  }

  /** A thing of some words; null: there is none, which is told. */
  known(id: string, words: readonly WordName[], field: string | readonly string[], what: string): Thing | null {
    const thing = this.draft.thing(id);
    if (thing && words.includes(thing.word)) return thing;
    return this.refuse(thing ? 'WRONG_TYPE' : 'UNKNOWN_ID', [field].flat(), `the id of ${what}`, { given: id });
  }

  /** Says some fields of a thing, with the source of the act: of one that says nothing new only what somebody named it for. */
  async say(word: WordName, id: string, fields: Fields, why: Why): Promise<void> {
    this.draft.carried.delete(id);
    await this.#say(word, id, fields, why);
  }

  /** Says what follows by rule from what the act says. */
  async carry(word: WordName, id: string, fields: Fields, why: Why): Promise<void> {
    if (this.draft.actsOf(id).length === 0) this.draft.carried.add(id);
    await this.#say(word, id, fields, why);
  }

  async #say(word: WordName, id: string, fields: Fields, why: Why): Promise<void> {
    const isNew = this.draft.say(this.act, word, id, fields, why);
    const { source, isNamed, record } = await this.#passage();
    if (!hasSources(word) || (!isNew && !isNamed)) return;
    record(this.act);
    const sources = (this.draft.editors(id)['sources'] ?? []) as string[];
    if (!sources.includes(source)) this.draft.say(this.act, word, id, { sources: [...sources, source] }, isNew ? why : 'LEARNT');
  }

  /** The same act, of which a part stands in a passage of its own; null: it cannot, which is told. */
  async within(source: SourceInput | null | undefined, fields: readonly string[]): Promise<Writing | null> {
    if (!source) return this;
    await this.draft.load(namedIn([source]));
    const passage = await passageOf(this.draft, { act: this.act, path: this.at(...fields, 'source') }, source);
    return passage && new Writing(this.draft, this.act, this.#path.slice(2), () => Promise.resolve(passage));
  }
}

/** What a kind of act does. */
export interface Act<I> {
  /** Ids of things that it reads, whether they are recorded or not. */
  reads: (input: I) => readonly (string | null | undefined)[];
  /** Ids of what it may make, where they are made of what those things say. */
  makes?: (draft: Draft, input: I) => readonly string[];
  /** Says what it says in the draft; what stands against it is told there. */
  apply: (writing: Writing, input: I) => void | Promise<void>;
}

/** An input that may name its own source. */
export interface Sourced {
  source?: SourceInput | null;
}
