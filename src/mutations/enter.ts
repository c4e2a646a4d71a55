import type { Graph, Reader } from '../graph/port.js';
import type { ChangeSet, Committed } from '../write/change-set.js';
import { commit } from '../write/commit.js';
import { erase } from '../write/erasing/erase.js';
import { ChangeSetError } from '../write/problems.js';
import type { Recording } from '../write/transaction.js';
import { Answered, nothing, refuseWhere } from './answers.js';
import type { Deed, Said } from './deed.js';
import { keepKey, requireNew } from './keys.js';
import { writeEntry } from './log.js';
import type { Result } from './model.js';
import { bodiesTouched } from './outside-bodies.js';
import { carriedOutside, outsideYours } from './permissions.js';
import { isError } from './problems.js';
import { madeBy, toldOf } from './told.js';

/** What came of an entry; `replayed`: it answers a key that was answered before. */
export interface Recorded {
  result: Result;
  replayed: boolean;
}

/** Told what a CHECK comes to, and in which bodies, while its transaction is open: it ends when this does. */
export type Holding = (result: Result, reader: Reader, bodies: () => Promise<string[]>) => Promise<void>;

/** When an entry is written, and the how manieth it is. */
interface Moment {
  number: number;
  at: number;
}

/** What the change set of a deed came to, and whether it may stay. */
const resultOf = async (tx: Recording, { number, at }: Moment, deed: Deed, said: Said, committed: Committed, hold: Holding): Promise<Result> => {
  const { draft } = said;
  const { events } = committed;
  const problems = [...draft.problems, ...(await said.broken(committed.findings, tx)), ...(await carriedOutside(tx, deed, said, events))];
  refuseWhere(problems, deed);
  const made = madeBy(draft, committed);
  // An undo happens in the record, and not in the world.
  const told = await toldOf(tx, at, said.draft, made, said.undoes === null ? events : []);
  const result = { status: 'WRITTEN' as const, proposal: null, problems, made, ...told, findings: committed.findings, revision: committed.revision, at };
  const touched = (): Promise<string[]> => bodiesTouched(tx, { rows: draft.changed(), carriedIn: events.flatMap(({ body }) => body ?? []) });
  const people = draft.erased.flatMap(({ ids }) => ids);
  const anew = async <T>(all: T): Promise<T> => (people.length > 0 ? (await erase(tx, at, people))(all) : all);
  if (deed.mode === 'WRITE') {
    const entry = await writeEntry(tx, deed, said, { number, committed, bodies: await touched(), result });
    await deed.also?.(tx, { ...result, entry });
    const written = await anew({ ...result, entry });
    await keepKey(tx, deed, written);
    return written;
  }
  const checked = await anew<Result>({ ...result, status: 'CHECKED', entry: null, revision: committed.revision - 1 });
  await hold(checked, tx, touched);
  return checked;
};

const entered = async (graph: Graph, deed: Deed, hold: Holding): Promise<Recorded> => {
  let said: Said | undefined;
  let result: Result | undefined;
  let last = { number: 0, at: 0, entries: 0 };
  const answered = (answer: ReturnType<typeof nothing>, replayed = false): Recorded => ({
    result: { revision: last.number, at: last.at, ...answer },
    replayed,
  });
  try {
    await commit(
      graph,
      async (reader, revision, at) => {
        last = revision;
        await requireNew(reader, deed);
        said = await deed.say(reader, revision, at);
        said.draft.problems.push(...(await outsideYours(reader, deed, said)));
        const { problems } = said.draft;
        const changeSet: ChangeSet = { ...said.draft.changeSet(), ...(said.undoes !== null && { byRule: 'CORRECTED' }) };
        const isSo = changeSet.put.length + changeSet.remove.length + said.draft.erased.length === 0 && !problems.some(isError);
        if (isSo) throw new Answered(nothing('UNCHANGED', problems));
        refuseWhere(problems, deed);
        return changeSet;
      },
      deed.mode === 'WRITE' ? 'WRITE' : 'CHECK',
      async (committed, tx, at) => {
        result = await resultOf(tx, { number: last.entries + 1, at }, deed, said as Said, committed, hold);
      },
    );
    return { result: result as Result, replayed: false };
  } catch (error) {
    if (error instanceof Answered) return answered(error.result, error.isReplayed);
    if (!(error instanceof ChangeSetError) || !said) throw error;
    return answered(nothing('REFUSED', [...said.draft.problems, ...(await said.misfits(error.problems, graph))]));
  }
};

/** Checks or writes what an entry says, in one transaction. `hold` is told what a CHECK comes to while it can still be read as if it were written. */
export const enter = async (graph: Graph, deed: Deed, hold: Holding = async () => undefined): Promise<Recorded> => {
  const recorded = await entered(graph, deed, hold);
  const { result, replayed } = recorded;
  if (result.status === 'UNCHANGED' && deed.mode !== 'CHECK' && !replayed) await graph.write((tx) => keepKey(tx, deed, result));
  return recorded;
};
