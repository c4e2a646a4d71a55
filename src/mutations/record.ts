import type { ActInput, EntryInput } from '../generated/api.js';
import type { RecordStatus } from './codes.js';
import * as queries from '../generated/queries.js';
import type { Graph, Reader, Transaction } from '../graph/port.js';
import type { Actor } from '../record/actor.js';
import { sortedBy } from '../record/order.js';
import { today } from '../time/civil.js';
import { Entry } from '../words/entries/definition.js';
import type { Made } from '../words/entries/model.js';
import type { Committed } from '../write/change-set.js';
import { commit } from '../write/commit.js';
import { ChangeSetError } from '../write/problems.js';
import { writeNodes } from '../write/versions.js';
import { Writing } from './acts/act.js';
import { acts } from './acts/index.js';
import { Draft } from './draft.js';
import { brokenBy, misfitOf } from './judged.js';
import { fingerprintOf, keyIdOf } from './keys.js';
import type { Result } from './model.js';
import { type Passage, namedIn, ownWord, passageOf } from './passages.js';
import { type Problem, isError, problemOf } from './problems.js';

type Name = keyof typeof acts;

/** The kind of an act, and what it says. */
const kindOf = (act: ActInput): { name: Name; input: never } => {
  const [name, input] = Object.entries(act).find(([, value]) => value != null) as [Name, never];
  return { name, input };
};

type Answer = Omit<Result, 'revision' | 'at'> & Partial<Result>;

/** Ends the transaction, of which nothing is kept, with an answer. */
class Answered extends Error {
  constructor(
    readonly result: Answer,
    readonly isReplayed = false,
  ) {
    super('answered');
  }
}

const nothing = (status: RecordStatus, problems: readonly Problem[]): Answer => ({
  status,
  problems,
  made: [],
  events: [],
  carried: [],
  findings: [],
  entry: null,
});

/** What was told under the key of an entry. @throws Answered where anything was */
const requireNew = async (reader: Reader, actor: Actor, entry: EntryInput): Promise<void> => {
  const [known] = await reader.read(queries.entries.key, { id: keyIdOf(actor, entry) });
  if (!known) return;
  const before = JSON.parse(known.k.result) as Result;
  if (known.k.fingerprint === fingerprintOf(entry)) throw new Answered(before, true);
  const required = 'a key of its own for other acts, another source or another note';
  throw new Answered(nothing('REFUSED', [problemOf({ code: 'KEY_REUSED', path: ['key'], required, given: entry.key })]));
};

/** What the acts of an entry say, and the passage that it names for all of them; null: none. */
interface Drafted {
  draft: Draft;
  source: string | null;
}

/** Lets each act of an entry say what it says, in order. */
const drafted = async (reader: Reader, entry: EntryInput, at: number): Promise<Drafted> => {
  const draft = await Draft.of(reader, today(new Date(at)));
  const kinds = entry.acts.map(kindOf);
  const sources = kinds.map(({ input }) => (input as { source?: EntryInput['source'] }).source ?? entry.source);
  await draft.load([...kinds.flatMap(({ name, input }) => acts[name].reads(input)), ...namedIn(sources)]);
  const number = ((await reader.read(queries.entries.counted, {}))[0]?.count ?? 0) + 1;
  const passages = new Map<unknown, Promise<Passage | null>>();
  for (const [act, { name, input }] of kinds.entries()) {
    const own = (input as { source?: EntryInput['source'] }).source;
    const source = own ?? entry.source;
    const path = own ? ['acts', String(act), name, 'source'] : ['source'];
    const passage = source && (passages.get(source) ?? passageOf(draft, { act, path }, source));
    if (source && passage) passages.set(source, passage);
    if (passage && (await passage) === null) continue;
    const writing = new Writing(draft, act, name, () => (passage ? (passage as Promise<Passage>) : ownWord(draft, number, entry.note)));
    await acts[name].apply(writing, input);
  }
  return { draft, source: (await passages.get(entry.source))?.source ?? null };
};

const isTelling = ({ told, leadsTo }: { told: boolean; leadsTo?: string | null }): boolean => told && (leadsTo ?? null) === null;

const rowOf = (event: string): string => event.slice('event:'.length, event.lastIndexOf('@'));

/** What a change set wrote, by the acts that said it. */
const madeBy = (draft: Draft, { changes, retracted }: Committed): Made[] => {
  const all = [...changes.map((one) => ({ ...one, is: true })), ...retracted.map((one) => ({ ...one, because: 'CORRECTED' as const, is: false }))];
  const made = all.flatMap(({ id, because, is }): Made[] => {
    const [act] = draft.actsOf(id);
    return act === undefined ? [] : [{ act, id, because, is, was: draft.before(id) !== null }];
  });
  return sortedBy(made, ({ act }) => [act]);
};

const DAYS = ['kind', 'earliest', 'latest'] as const;

/** What happened by the acts themselves, and what followed from it: starts and ends that nobody told before, or of other days. */
const toldOf = async (reader: Reader, at: number, made: readonly Made[], { events }: Committed): Promise<Pick<Result, 'events' | 'carried'>> => {
  if (events.length === 0) return { events: [], carried: [] };
  const rows = await reader.read(queries.events.byIds, { ids: events });
  const earlier = await reader.read(queries.record.versions, { ids: events, knownAt: at - 1 });
  const before = new Map(earlier.map(({ v }) => [v['id'] as string, v]));
  const isNew = (event: { id: string; kind: string }): boolean => {
    const was = before.get(event.id);
    return !was || !isTelling(was as never) || DAYS.some((key) => was[key] !== (event as Record<string, unknown>)[key]);
  };
  const told = sortedBy(
    rows.map(({ e }) => e).filter((event) => isTelling(event) && event.because !== 'CORRECTED' && isNew(event)),
    ({ sortKey }) => [sortKey],
  );
  const own = new Set(made.map(({ id }) => id));
  const isOwn = ({ id }: { id: string }): boolean => own.has(rowOf(id));
  return { events: told.filter(isOwn).map(({ id }) => id), carried: told.filter((event) => !isOwn(event)).map(({ id }) => id) };
};

/** Whether nothing stands against it, but for warnings that are accepted. */
const mayBe = (problems: readonly Problem[], accept: EntryInput['accept']): boolean =>
  problems.every((one) => !isError(one) && (accept ?? []).includes(one.id));

const refuseWhere = (problems: readonly Problem[], { accept }: EntryInput): void => {
  if (!mayBe(problems, accept)) throw new Answered(nothing('REFUSED', problems));
};

/** Told what a CHECK comes to while its transaction is open: it ends when this does. */
export type Holding = (result: Result, reader: Reader) => Promise<void>;

interface Recording {
  actor: Actor;
  entry: EntryInput;
  hold: Holding;
}

const entryOf = (
  number: number,
  at: number,
  { actor, entry }: Recording,
  { draft, source }: Drafted,
  result: Omit<Result, 'entry'>,
): ReturnType<typeof Entry.of> =>
  Entry.of(`entry:${number}`, {
    number,
    at,
    revision: result.revision,
    actorId: actor.id,
    actor: JSON.stringify(actor),
    acts: JSON.stringify(entry.acts),
    note: entry.note ?? null,
    source,
    made: JSON.stringify(result.made),
    rows: JSON.stringify(draft.rows()),
    things: result.made.map(({ id }) => id),
    undoes: null,
  });

/** Writes the line of the log, and what its key answers from now on. */
const writeEntry = async (tx: Transaction, at: number, recording: Recording, said: Drafted, result: Omit<Result, 'entry'>): Promise<Result> => {
  await tx.run(queries.entries.count, {});
  const number = (await tx.read(queries.entries.counted, {}))[0]?.count as number;
  const element = entryOf(number, at, recording, said, result);
  await writeNodes(tx, [{ element, because: 'RECORDED' }], at);
  const written = { ...result, entry: element.id };
  await keepKey(tx, recording, written, at);
  return written;
};

const keepKey = async (tx: Transaction, { actor, entry }: Recording, result: Result, at: number): Promise<void> => {
  const id = keyIdOf(actor, entry);
  await tx.run(queries.entries.keepKey, { id, row: { id, fingerprint: fingerprintOf(entry), result: JSON.stringify(result), at } });
};

/** What the change set of a draft came to, and whether it may stay. */
const resultOf = async (tx: Transaction, at: number, recording: Recording, said: Drafted, committed: Committed): Promise<Result> => {
  const { entry, hold } = recording;
  const { draft } = said;
  const names = entry.acts.map((act) => kindOf(act).name);
  const problems = [...draft.problems, ...brokenBy(committed.findings, draft, names)];
  refuseWhere(problems, entry);
  const made = madeBy(draft, committed);
  const told = await toldOf(tx, at, made, committed);
  const result = { status: 'WRITTEN' as RecordStatus, problems, made, ...told, findings: committed.findings, revision: committed.revision, at };
  if (entry.mode !== 'CHECK') return writeEntry(tx, at, recording, said, result);
  const checked: Result = { ...result, status: 'CHECKED', entry: null, revision: committed.revision - 1 };
  await hold(checked, tx);
  return checked;
};

/** What an entry comes to: checked, or written, in one transaction. */
const entered = async (graph: Graph, recording: Recording): Promise<Recorded> => {
  const { actor, entry } = recording;
  let said: Drafted | undefined;
  let result: Result | undefined;
  let last = { number: 0, at: 0 };
  try {
    await commit(
      graph,
      async (reader, revision, at) => {
        last = revision;
        await requireNew(reader, actor, entry);
        said = await drafted(reader, entry, at);
        refuseWhere(said.draft.problems, entry);
        const changeSet = said.draft.changeSet();
        if (changeSet.put.length + changeSet.remove.length === 0) throw new Answered(nothing('UNCHANGED', said.draft.problems));
        return changeSet;
      },
      entry.mode ?? 'WRITE',
      async (committed, tx, at) => {
        result = await resultOf(tx, at, recording, said as Drafted, committed);
      },
    );
    return { result: result as Result, replayed: false };
  } catch (error) {
    if (error instanceof Answered) return { result: { revision: last.number, at: last.at, ...error.result }, replayed: error.isReplayed };
    if (!(error instanceof ChangeSetError) || !said) throw error;
    const { draft } = said;
    const names = entry.acts.map((act) => kindOf(act).name);
    const problems = [...draft.problems, ...error.problems.map((one) => misfitOf(one, draft, names))];
    return { result: { ...nothing('REFUSED', problems), revision: last.number, at: last.at }, replayed: false };
  }
};

/** What came of an entry; `replayed`: it answers a key that was answered before. */
export interface Recorded {
  result: Result;
  replayed: boolean;
}

/** Checks or writes an entry of an actor. `hold` is told what a CHECK comes to while it can still be read as if it were written. */
export const record = async (graph: Graph, actor: Actor, entry: EntryInput, hold: Holding = async () => undefined): Promise<Recorded> => {
  const recording = { actor, entry, hold };
  const recorded = await entered(graph, recording);
  const { result, replayed } = recorded;
  if (result.status === 'UNCHANGED' && entry.mode !== 'CHECK' && !replayed) await graph.write((tx) => keepKey(tx, recording, result, result.at));
  return recorded;
};
