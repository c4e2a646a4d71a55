import type { SucceedInput } from '../../generated/api.js';
import * as queries from '../../generated/queries.js';
import { NOW } from '../../record/time.js';
import { bounded } from '../../time/bounds.js';
import { EVER } from '../../time/in-force.js';
import { type PartialDate, endSpanOf, spanOf } from '../../time/partial.js';
import type { Stated } from '../../time/stated.js';
import type { Fields, Thing } from '../draft.js';
import type { Act, Writing } from './act.js';
import { sayBeginning, sayEnding } from './existing.js';
import { sayRelation } from './relating.js';
import { rowsOf, text } from './rows.js';
import { tieId } from './ties.js';

const SUCCESSIVE = ['bodies', 'parties', 'municipalities', 'regions'] as const;

/** The things that an act names, all of one word, each once; null: they are not, which is told. */
const thingsOf = (writing: Writing, { from, to }: SucceedInput): { from: Thing[]; to: Thing[] } | null => {
  const [first] = from.flatMap((id) => writing.draft.thing(id) ?? []);
  const words = SUCCESSIVE.filter((word) => !first || word === first.word);
  const known = (ids: readonly string[], field: string): (Thing | null)[] =>
    ids.map((id, at) =>
      writing.known(id, at === 0 && field === 'from' ? SUCCESSIVE : words, [field, String(at)], 'a body, party, municipality or region, all of one kind'),
    );
  const [before, after] = [known(from, 'from'), known(to, 'to')];
  for (const [field, ids] of [
    ['from', from],
    ['to', to],
  ] as const)
    if (ids.length === 0) writing.refuse('MISSING', [field], 'one thing or more');
  const both = [...before, ...after].flatMap((thing) => thing ?? []);
  if (both.length < from.length + to.length || from.length * to.length === 0) return null;
  const twice = both.find(({ id }, at) => both.findIndex((other) => other.id === id) < at);
  if (twice) return writing.refuse('BAD_VALUE', ['to'], 'each thing once', { given: twice.id, things: [twice.id] });
  return { from: before as Thing[], to: after as Thing[] };
};

const existenceOf = ({ fields }: Thing): Fields => (fields['existence'] ?? {}) as Fields;

/** Ends what something takes the place of, where nothing ends it earlier. */
const endBefore = async (writing: Writing, thing: Thing, on: PartialDate): Promise<boolean> => {
  const until = text(existenceOf(thing), 'until');
  if (until !== null && endSpanOf(until).last <= endSpanOf(on).last) return true;
  return sayEnding(writing, thing, { until: on });
};

/** Ends the ties to a party that last on a day, and begins the same ones with another. */
const moveTies = async (writing: Writing, from: string, to: string, on: PartialDate): Promise<void> => {
  const { draft } = writing;
  const recorded = await draft.reader.read(queries.affiliations.byPrincipalIds, { ids: [from], ...EVER, knownAt: NOW });
  const ids = recorded.flatMap(({ affiliations }) => affiliations.map(({ a }) => a.id));
  const { first } = spanOf(on);
  const { last } = endSpanOf(on);
  for (const { id, fields } of await rowsOf(writing, 'affiliations', ids)) {
    const { fromMin, untilMax } = bounded(fields as Stated);
    if (fields['with'] !== from || fromMin >= first || untilMax <= last) continue;
    const person = fields['person'] as string;
    const until = text(fields, 'until');
    await writing.carry('affiliations', id, { until: on, open: null, over: null }, 'CHANGED');
    const tie = await draft.free(tieId(person, to));
    await writing.carry('affiliations', tie, { person, with: to, from: on, ...(until === null ? { open: true } : { until }) }, 'CHANGED');
  }
};

/** One or several take the place of one or several. */
const succeed: Act<SucceedInput> = {
  reads: ({ from, to }) => [...from, ...to],
  apply: async (writing, input) => {
    const things = thingsOf(writing, input);
    if (!things) return;
    const { on } = input;
    const isMoving = input.moves ?? false;
    if (isMoving && (things.from[0]?.word !== 'parties' || things.to.length > 1)) {
      writing.refuse('BAD_VALUE', ['moves'], 'parties, which one party succeeds', { given: 'true' });
      return;
    }
    for (const one of things.to) for (const other of things.from) await sayRelation(writing, { kind: 'SUCCEEDS', subject: one.id, object: other.id, from: on });
    for (const one of things.to) if (!input.absorbs && text(existenceOf(one), 'from') === null) await sayBeginning(writing, one, on);
    for (const other of things.from) {
      const hasEnded = await endBefore(writing, other, on);
      if (hasEnded && isMoving) await moveTies(writing, other.id, (things.to[0] as Thing).id, on);
    }
  },
};

export const succeeding = { succeed };
