import { isDeepStrictEqual } from 'node:util';
import type { Graph, Reader } from '../graph/port.js';
import { eachInTurn } from '../graph/turns.js';
import { inBatches } from '../record/batches.js';
import type { EdgeElement } from '../record/elements.js';
import type { LastRevision } from '../record/revision.js';
import { NOW } from '../record/time.js';
import { today } from '../time/civil.js';
import { readSurroundings } from '../words/memberships/surroundings.js';
import { boundBy, movedBy, passagesMoved } from './bounds.js';
import { EDITOR } from './editors.js';
import type { Change, ChangeSet, Committed, Mode, Stayed } from './change-set.js';
import { comingSeats } from './coming.js';
import { isBounded, withTheirSeats, writeBounded, writeDerivedSeats, writeExistences, writtenBecause } from './deriving.js';
import { edgeHappened, happened, nothingHappened, writeEvents } from './events.js';
import { withExistence } from './existences.js';
import { newFindings } from './findings.js';
import { keepRows, readWriters } from './kept-rows.js';
import { misfits, referringTo } from './known.js';
import type { Writer } from './model.js';
import { type Entry, type Plan, elementsOf, isOnlyKept, isUnchanged, planOf } from './plan.js';
import { ChangeSetError, type RowProblem } from './problems.js';
import { remembering } from './remembering.js';
import { retractedBy } from './retracted.js';
import { nothingTouched, touch, touchEdge } from './touched.js';
import { type Recording, recordTransaction, rehearse } from './transaction.js';
import type { WordRow } from './rows.js';
import { problemsOf } from './validate.js';
import { asTold, isTold } from './told.js';
import { type Written, changedEdges, retractEdges, retractNodes, writeEdges, writeNodes } from './versions.js';

/** The graph has moved on since the author of a change set looked at it. */
export class RevisionError extends Error {
  constructor(required: number, given: number) {
    super(`revision: required: ${required}, at which it was looked at; given: ${given}`);
    this.name = 'RevisionError';
  }
}

/** Writes what the entries say: nodes, then edges, then seats and ties with their bounds. Returns how many bounds moved, which, and which starts and ends are told otherwise. */
const writeEntries = async (
  tx: Recording,
  at: number,
  entries: readonly Entry[],
  isFresh: boolean,
  { byRule = 'DERIVED', judge }: ChangeSet,
): Promise<Pick<Committed, 'derived' | 'events'> & { moved: EdgeElement[] }> => {
  const touched = nothingTouched();
  const told = nothingHappened();
  const seatsOfTies = new Set<string>();
  const coming = comingSeats(entries);
  const around = readSurroundings(tx, coming, NOW, today(new Date(at)));
  const noteMoved = (edge: EdgeElement): void => {
    touchEdge(touched, edge);
    edgeHappened(told, edge, byRule);
  };
  await inBatches(entries, async (some) => {
    const old = await retractedBy(tx, some);
    await retractEdges(tx, old.edges, at);
    await retractNodes(tx, old.nodes, at);
    const nodesOf = ({ id, before, after, because }: Entry) => {
      const [was, elements] = [elementsOf(before), elementsOf(after)];
      touch(touched, was, elements);
      happened(told, id, was, elements, because);
      return writtenBecause(because, elements.nodes);
    };
    const nodes = (await eachInTurn({}, some, nodesOf)).flat();
    await writeNodes(tx, isFresh ? nodes : await withExistence(around, nodes), at, isFresh);
  });
  const open: Written<EdgeElement>[] = [];
  await inBatches(entries, async (some) => {
    const rows = await eachInTurn({}, some, ({ after, because }) => ({ because, edges: elementsOf(after).edges }));
    const plain = rows.flatMap(({ because, edges }) =>
      writtenBecause(
        because,
        edges.filter((edge) => !isBounded(edge)),
      ),
    );
    open.push(...plain.filter(({ element }) => isTold(element)));
    const changed = await changedEdges(
      tx,
      plain.filter(({ element }) => !isTold(element)),
    );
    await writeEdges(tx, changed, at);
    const known = new Set(changed.filter(({ because }) => because !== 'RECORDED').map(({ element }) => element));
    for (const id of withTheirSeats(
      known,
      rows.map(({ edges }) => edges),
    ))
      seatsOfTies.add(id);
  });
  const written = new Set(open.map(({ element }) => element.id));
  const passages = isFresh ? [] : await passagesMoved(around, touched);
  const naming = { passages, edges: await around.edgesNaming(passages) };
  const otherwise = naming.edges.filter((edge) => isTold(edge) && !written.has(edge.id));
  const retold = await changedEdges(tx, await asTold(around, [...open, ...writtenBecause(byRule, otherwise)]));
  await writeEdges(tx, retold, at);
  const movedRelations = retold.filter(({ element }) => !written.has(element.id));
  for (const { element } of movedRelations) noteMoved(element);
  await writeExistences(tx, at, around, touched, told);
  await inBatches(coming.entries, async (some) => {
    const bounded = await boundBy(around, some.map(coming.edgeOf));
    const written = some.map(({ because }, place) => ({ because, element: bounded[place] as EdgeElement }));
    await writeBounded(tx, at, written, seatsOfTies);
  });
  const moved = isFresh ? [] : await movedBy(around, touched, naming, (id) => coming.has(id));
  const derived = await changedEdges(tx, writtenBecause(byRule, await boundBy(around, moved)));
  await writeEdges(tx, derived, at);
  for (const { element } of derived) noteMoved(element);
  const given = await writeDerivedSeats(tx, at, touched, told);
  const events = await writeEvents(tx, at, told, { isFresh, knownAt: NOW, isAsked: judge });
  const all = [...movedRelations, ...derived];
  return { derived: all.length + given, events, moved: all.map(({ element }) => element) };
};

/** What entries say of their rows, as those who read it are told. */
const changesIn = (entries: readonly Entry[], side: 'before' | 'after'): Change[] =>
  entries.flatMap((entry) => {
    const { id, because, [side]: union } = entry;
    return union ? [{ id, word: union.row.word, because, isOnlyKept: isOnlyKept(entry) }] : [];
  });

/** What editors change of rows that would be no rows without what a data set says no longer: these stay. */
const leanedOn = ({ entries }: Plan): Stayed[] =>
  entries.flatMap(({ id, before, after }) =>
    before && after && isDeepStrictEqual(after.writers, [EDITOR]) && before.writers.length > 1 && problemsOf(after.row).length > 0
      ? [{ id, word: after.row.word, referredToBy: [EDITOR] }]
      : [],
  );

/** What a writer kept of things that stay, as what it has no longer. */
const droppedBy = (source: string, { sayings }: Plan, stays: ReadonlySet<string>): WordRow[] =>
  sayings.flatMap(({ id, before }) => (stays.has(id) ? before.filter(({ by }) => by === source).map(({ row }) => ({ ...row, dropped: true as const })) : []));

/** What editors say that makes a thing unsound, with what others say of it. */
const unsound = ({ entries }: Plan): RowProblem[] => entries.flatMap((entry) => (entry.after && !isUnchanged(entry) ? problemsOf(entry.after.row) : []));

/** What a change set comes to in the graph as it is. @throws ChangeSetError, RevisionError */
const apply = async (tx: Recording, changeSet: ChangeSet, at: number, last: LastRevision): Promise<Committed> => {
  const { source, expectedRevision, put, remove, referredTo } = changeSet;
  // Days that have begun since change nothing that was looked at.
  if (expectedRevision !== null && (expectedRevision < last.written || expectedRevision > last.number)) throw new RevisionError(expectedRevision, last.number);
  const writers = await readWriters(tx);
  const before = writers.find(({ id }) => id === source.id);
  const planned = await planOf(tx, changeSet, writers, last.number + 1);
  const { stayed: referredToBy, problems: left } = await referringTo(tx, source.id, planned.sayings);
  const stayed = [...referredToBy, ...leanedOn(planned)];
  const byEditors = source.id === EDITOR ? unsound(planned) : [];
  const problems = [...byEditors, ...(await misfits(tx, changeSet, planned)), ...left, ...(referredTo === 'REFUSE' ? stayed.map(referred) : [])];
  if (problems.length > 0) throw new ChangeSetError(problems);

  const stays = new Set(stayed.map(({ id }) => id));
  const gone = remove.filter((id) => !stays.has(id));
  const kept = [...put, ...droppedBy(source.id, planned, stays)];
  const plan = stays.size > 0 ? await planOf(tx, { ...changeSet, put: kept, remove: gone }, writers, last.number + 1) : planned;
  const entries = plan.entries.filter((entry) => !isUnchanged(entry));
  const { derived, events, moved } = await writeEntries(tx, at, entries, last.number === 0, changeSet);
  const writer: Omit<Writer, 'rows' | 'digests'> = { ...source, hash: stayed.length > 0 ? '' : source.hash, since: before?.since ?? last.number + 1 };
  await keepRows(tx, before, writer, kept, gone);
  return {
    revision: last.number + 1,
    changes: changesIn(entries, 'after'),
    retracted: changesIn(
      entries.filter(({ after }) => after === null),
      'before',
    ).map(({ id, word }) => ({ id, word })),
    stayed,
    conflicts: new Map(plan.entries.flatMap(({ id, after }) => (after && after.conflicts.length > 0 ? [[id, after.conflicts]] : []))),
    derived,
    findings: changeSet.judge ? await newFindings(tx, entries, moved, at, tx.journal.kinds()) : [],
    events,
  };
};

const referred = ({ id, word, referredToBy }: Stayed): RowProblem => ({
  word,
  id,
  path: '',
  required: 'a thing that nothing refers to',
  given: `one that ${referredToBy.slice(0, 5).join(', ')}${referredToBy.length > 5 ? ` and ${referredToBy.length - 5} more` : ''} refer to`,
});

/** What is said by itself. What editors say of a thing is a part of a row: it is sound with what others say. */
const requireSound = (changeSet: ChangeSet): ChangeSet => {
  const problems = changeSet.source.id === EDITOR ? [] : changeSet.put.flatMap(problemsOf);
  if (problems.length > 0) throw new ChangeSetError(problems);
  return changeSet;
};

/** Says what is to be written, from the record as it is under the lock: where it throws, nothing is written. */
export type Drafting = (reader: Reader, last: LastRevision, at: number) => Promise<ChangeSet>;

/** Told what a change set comes to, within its transaction: where it throws, nothing is written. */
export type Within = (committed: Committed, tx: Recording, at: number) => Promise<void>;

/**
 * The only way in: everything that is written comes through here. It validates, finds what differs from what is recorded, writes it in
 * one transaction, derives bounds and seats around it, and moves the revision. CHECK does all that and takes it back; `within` is
 * called before the transaction ends. @throws ChangeSetError, RevisionError: nothing is written.
 */
export const commit = async (graph: Graph, said: ChangeSet | Drafting, mode: Mode, within: Within = async () => undefined): Promise<Committed> => {
  if (typeof said !== 'function') requireSound(said);
  const write = (into: Graph): Promise<Committed> =>
    recordTransaction(into, async (recording, at, last) => {
      const isDrafted = typeof said === 'function';
      const tx = isDrafted ? remembering(recording) : recording;
      const committed = await apply(tx, isDrafted ? requireSound(await said(tx, last, at)) : said, at, last);
      await within(committed, tx, at);
      return committed;
    });
  return mode === 'CHECK' ? rehearse(graph, write) : write(graph);
};
