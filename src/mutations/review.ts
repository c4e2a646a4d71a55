import type { EntryInput, MutationReviewArgs, Verdict } from '../generated/api.js';
import * as queries from '../generated/queries.js';
import type { Graph, Reader, Transaction } from '../graph/port.js';
import type { Actor } from '../record/actor.js';
import { readRevision } from '../record/revision.js';
import { mayDo } from '../record/roles.js';
import type { Proposal, ProposalStatus } from '../words/proposals/model.js';
import { Answered, nothing } from './answers.js';
import type { RecordStatus } from './codes.js';
import type { Deed } from './deed.js';
import { type Recorded, enter } from './enter.js';
import type { Result } from './model.js';
import { outsideToday, requireWriter } from './permissions.js';
import { type Problem, problemOf } from './problems.js';
import { recording } from './record.js';

const PATH = ['proposal'];

const BECOMES = { ACCEPT: 'ACCEPTED', REJECT: 'REJECTED', WITHDRAW: 'WITHDRAWN' } as const satisfies Record<Verdict, ProposalStatus>;

/** The newest revision. */
type Moment = Pick<Result, 'revision' | 'at'>;

const refused = (problem: Problem): Answered => new Answered(nothing('REFUSED', [problem]));

/** @throws Answered where anything stands against it */
const requireNone = (problems: readonly Problem[]): void => {
  if (problems.length > 0) throw new Answered(nothing('REFUSED', problems));
};

/** A proposal that is open. @throws Answered where there is none, where it has been said already, or otherwise */
const openOne = async (reader: Reader, actor: Actor, { proposal: id, verdict }: MutationReviewArgs): Promise<Proposal> => {
  const [found] = await reader.read(queries.proposals.byIds, { ids: [id] });
  if (!found || !mayDo(actor, 'READ', { by: found.p.actorId }))
    throw refused(problemOf({ code: 'UNKNOWN_ID', path: PATH, required: 'the id of a proposal', given: id }));
  const { status } = found.p;
  if (status === BECOMES[verdict]) throw new Answered({ ...nothing('UNCHANGED', []), proposal: id, entry: found.p.entry });
  if (status !== 'OPEN') throw refused(problemOf({ code: 'NOT_IN_FORCE', path: PATH, required: 'a proposal that is open', given: status, things: [id] }));
  return found.p;
};

/** Says what becomes of a proposal, where nobody has by then. @throws Answered where somebody has */
const reviewed = async (tx: Transaction, actor: Actor, asked: MutationReviewArgs, result: Result): Promise<void> => {
  const { proposal: id, verdict, note } = asked;
  await tx.run(queries.proposals.lock, { id, at: Date.now() });
  await openOne(tx, actor, asked);
  const told = JSON.stringify({ ...result, proposal: id });
  const row = { status: BECOMES[verdict], reviewedBy: JSON.stringify(actor), reviewNote: note ?? null, entry: result.entry, result: told };
  await tx.run(queries.proposals.review, { id, ...row });
};

/** Writes what was proposed as an entry of the reviewer. */
const accepting = (actor: Actor, asked: MutationReviewArgs, entry: EntryInput): Deed => ({
  ...recording(actor, { ...entry, note: asked.note ?? entry.note, accept: asked.accept, seenRevision: null, mode: 'WRITE' }),
  key: null,
  also: (tx, result) => reviewed(tx, actor, asked, result),
});

const accepted = async (graph: Graph, actor: Actor, asked: MutationReviewArgs, { id, said, bodies }: Proposal): Promise<Recorded> => {
  const entry = JSON.parse(said) as EntryInput;
  requireWriter(actor, entry);
  const { result, replayed } = await enter(graph, accepting(actor, asked, entry));
  if (result.status === 'UNCHANGED' && result.proposal === null) {
    requireNone(await outsideToday(graph, actor, 'REVIEW', bodies, PATH));
    await graph.write((tx) => reviewed(tx, actor, asked, result));
  }
  return { result: { ...result, proposal: id }, replayed };
};

/** Who proposed it withdraws it; others withdraw it or say no within their bodies. */
const against = async (graph: Graph, actor: Actor, { verdict }: MutationReviewArgs, { actorId, bodies }: Proposal): Promise<Problem[]> => {
  if (verdict === 'REJECT') return outsideToday(graph, actor, 'REVIEW', bodies, PATH);
  return actorId === actor.id ? [] : outsideToday(graph, actor, 'WITHDRAW', bodies, PATH);
};

const declined = async (graph: Graph, actor: Actor, asked: MutationReviewArgs, proposal: Proposal, last: Moment): Promise<Result> => {
  requireNone(await against(graph, actor, asked, proposal));
  const result: Result = { ...nothing(BECOMES[asked.verdict] as RecordStatus, []), ...last, proposal: proposal.id };
  await graph.write((tx) => reviewed(tx, actor, asked, result));
  return result;
};

/** Says yes or no to a proposal. */
export const review = async (graph: Graph, actor: Actor, asked: MutationReviewArgs): Promise<Recorded> => {
  const { number: revision, at } = await readRevision(graph);
  try {
    const proposal = await openOne(graph, actor, asked);
    if (asked.verdict === 'ACCEPT') return await accepted(graph, actor, asked, proposal);
    return { result: await declined(graph, actor, asked, proposal, { revision, at }), replayed: false };
  } catch (error) {
    if (!(error instanceof Answered)) throw error;
    return { result: { revision, at, ...error.result }, replayed: false };
  }
};
