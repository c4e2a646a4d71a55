import type { ActInput, EntryInput } from '../generated/api.js';
import type { Reader } from '../graph/port.js';
import type { Actor } from '../record/actor.js';
import type { LastRevision } from '../record/revision.js';
import { inputError } from '../read/errors.js';
import { today } from '../time/civil.js';
import { Writing } from './acts/act.js';
import { acts } from './acts/index.js';
import { changedSince } from './changed-since.js';
import { requireEnds } from './dates.js';
import type { Deed, Said } from './deed.js';
import { Draft } from './draft.js';
import { brokenBy, misfitOf } from './judged.js';
import { digest } from './keys.js';
import { type Passage, namedIn, ownWord, passageOf } from './passages.js';

type Name = keyof typeof acts;

/** The kind of an act, and what it says. */
const kindOf = (act: ActInput): { name: Name; input: never } => {
  const [name, input] = Object.entries(act).find(([, value]) => value != null) as [Name, never];
  return { name, input };
};

const isId = (id: string | null | undefined): id is string => id != null;

/** Lets each act of an entry say what it says, in order. */
const said = async (reader: Reader, entry: EntryInput, last: LastRevision, at: number): Promise<Said> => {
  const draft = await Draft.of(reader, today(new Date(at)));
  const kinds = entry.acts.map(kindOf);
  const sources = kinds.map(({ input }) => (input as { source?: EntryInput['source'] }).source ?? entry.source);
  await draft.load([...kinds.flatMap(({ name, input }) => acts[name].reads(input)), ...namedIn(sources)]);
  await draft.load(kinds.flatMap(({ name, input }) => acts[name].makes?.(draft, input) ?? []));
  const passages = new Map<unknown, Promise<Passage | null>>();
  for (const [act, { name, input }] of kinds.entries()) {
    const own = (input as { source?: EntryInput['source'] }).source;
    const source = own ?? entry.source;
    const path = own ? ['acts', String(act), name, 'source'] : ['source'];
    const passage = source && (passages.get(source) ?? passageOf(draft, { act, path }, source));
    if (source && passage) passages.set(source, passage);
    if (passage && (await passage) === null) continue;
    const writing = new Writing(draft, act, [name], () => (passage ? (passage as Promise<Passage>) : ownWord(draft, last.entries + 1, entry.note)));
    await acts[name].apply(writing, input);
  }
  draft.settle();
  const naming = kinds.map(({ name, input }, act) => ({ path: ['acts', String(act), name], ids: acts[name].reads(input).filter(isId) }));
  if (entry.seenRevision != null) draft.problems.push(...(await changedSince(draft, entry.seenRevision, last, naming)));
  return {
    draft,
    source: (await passages.get(entry.source))?.source ?? null,
    undoes: null,
    named: naming.flatMap(({ ids }) => ids),
    corrected: draft.corrected(),
    broken: async (findings) => brokenBy(findings, draft, kinds),
    misfits: async (problems) => problems.map((one) => misfitOf(one, draft, kinds)),
  };
};

/** What an entry of an actor says. @throws GraphQLError BAD_USER_INPUT */
export const recording = (actor: Actor, entry: EntryInput): Deed => {
  if (entry.acts.length === 0) throw inputError('entry.acts', 'from 1 to 1000 items', '0 items');
  requireEnds(entry.acts);
  return {
    actor,
    key: entry.key,
    fingerprint: digest(entry.acts, entry.source, entry.note),
    mode: entry.mode ?? 'WRITE',
    accept: entry.accept ?? [],
    note: entry.note ?? null,
    acts: entry.acts,
    say: (reader, last, at) => said(reader, entry, last, at),
  };
};
