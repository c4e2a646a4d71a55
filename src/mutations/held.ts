import { type FieldNode, type GraphQLResolveInfo, Kind } from 'graphql';
import type { EntryInput, MutationReviewArgs } from '../generated/api.js';
import type { Reader } from '../graph/port.js';
import type { Actor } from '../record/actor.js';
import { NOW } from '../record/time.js';
import { type Context, readThrough, released } from '../read/context.js';
import { inputError } from '../read/errors.js';
import { requireActor } from '../read/identity.js';
import { type Lens, lensOf } from '../read/lens.js';
import type { ProposalAt } from '../words/proposals/model.js';
import type { RecordResultAt, Result } from './model.js';
import type { Deed } from './deed.js';
import { type Recorded, enter } from './enter.js';
import { propose } from './propose.js';
import { recording } from './record.js';
import { review } from './review.js';

const known = (knownAt: number): Lens => ({ ...lensOf({}), knownAt });

/** What was told before is shown as it was then. */
const seen = ({ result, replayed }: Recorded): RecordResultAt => ({ result, replayed, lens: known(replayed ? result.at : NOW), before: known(result.at - 1) });

/** What was told of a review, and is told again. */
const toldThen = (result: Result): RecordResultAt => ({ ...seen({ result, replayed: true }), replayed: false });

/** Asks one query after the other: a transaction answers one at a time. */
const inTurn = (reader: Reader): Reader => {
  let last: Promise<unknown> = Promise.resolve();
  return {
    read: (query, params, withinMs) => {
      const next = last.then(() => reader.read(query, params, withinMs));
      last = next.catch(() => undefined);
      return next;
    },
  };
};

/** What an entry would come to: its transaction is held open, and all below the answer read through it, until the context is released. */
const checked = (context: Context, deed: Deed): Promise<RecordResultAt> => {
  let release = (): void => undefined;
  let isHeld = false;
  const end = new Promise<void>((resolve) => (release = resolve));
  return new Promise((resolve, reject) => {
    const hold = async (result: Result, reader: Reader): Promise<void> => {
      // Nobody is left who would end it.
      if (context.budget?.isOver()) return;
      isHeld = true;
      readThrough(context, inTurn(reader));
      resolve(seen({ result, replayed: false }));
      await end;
    };
    const done = enter(context.graph, deed, hold).then((recorded) => resolve(seen(recorded)), reject);
    context.release = async () => {
      release();
      // What still waits for its turn to begin ends by itself: nobody waits for it.
      if (isHeld) await done;
    };
  });
};

const afresh = async (context: Context): Promise<void> => {
  await released(context);
  readThrough(context, context.graph);
};

/** What is written, with what is read below it read anew. */
const written = async (context: Context, work: () => Promise<Recorded>): Promise<RecordResultAt> => {
  await afresh(context);
  const recorded = await work();
  readThrough(context, context.graph);
  return seen(recorded);
};

/** What it comes to for somebody, which binds nothing. */
const checking = (actor: Actor, entry: EntryInput): Deed => ({ ...recording(actor, { ...entry, mode: 'CHECK' }), key: null });

/** What is kept for who may write it, with what it would come to. */
const withResult = async (context: Context, actor: Actor, entry: EntryInput, kept: RecordResultAt): Promise<RecordResultAt> => {
  const { result, replayed } = kept;
  if (result.status !== 'PROPOSED') return kept;
  await afresh(context);
  const told = await checked(context, { ...recording(actor, { ...entry, mode: 'PROPOSE' }), key: null });
  // What was accepted since comes to nothing more, or is no longer possible.
  if (replayed && told.result.status !== 'CHECKED') return kept;
  return { ...told, result: { ...told.result, ...result }, replayed, checked: told };
};

/** Checks, proposes or writes an entry; a key tells again what was told under it, whatever is to become of the entry now. */
export const recordHeld = async (context: Context, actor: Actor, entry: EntryInput): Promise<RecordResultAt> => {
  const deed = recording(actor, entry);
  const kept = entry.mode === 'PROPOSE' ? await written(context, () => propose(context.graph, deed, entry)) : await enterHeld(context, deed);
  return withResult(context, actor, entry, kept);
};

/** Checks or writes what a deed says. */
export const enterHeld = async (context: Context, deed: Deed): Promise<RecordResultAt> => {
  if (deed.mode === 'WRITE') return written(context, () => enter(context.graph, deed));
  await afresh(context);
  return checked(context, deed);
};

export const reviewHeld = (context: Context, actor: Actor, asked: MutationReviewArgs): Promise<RecordResultAt> =>
  written(context, () => review(context.graph, actor, asked));

/** What of a result says nothing of things that it would make. */
const WORDS = new Set(['status', 'replayed', 'revision', 'problems', 'id', 'code', 'severity', 'path', 'required', 'given', 'message', 'on', '__typename']);

const isOfWords = ({ selectionSet }: FieldNode): boolean =>
  selectionSet?.selections.every((one) => one.kind === Kind.FIELD && WORDS.has(one.name.value) && isOfWords(one)) ?? true;

const isAlone = ({ operation }: GraphQLResolveInfo): boolean => operation.selectionSet.selections.length === 1;

/** What came of a proposal; of an open one, what it comes to if who asks writes it now. @throws GraphQLError BAD_USER_INPUT where more than one such is held open */
export const resultOf = async ({ row, checked: told }: ProposalAt, context: Context, info: GraphQLResolveInfo): Promise<RecordResultAt | null> => {
  // Of one that was reviewed before that was kept nobody knows.
  if (row.status !== 'OPEN') return row.result == null ? null : toldThen(JSON.parse(row.result) as Result);
  if (told) return told as RecordResultAt;
  const isHeld = !info.fieldNodes.every(isOfWords);
  if (context.release || (isHeld && !isAlone(info))) throw inputError('result', 'one in an operation, in its only root field', 'another beside it');
  const deed = checking(requireActor(context), JSON.parse(row.said) as EntryInput);
  return isHeld ? checked(context, deed) : seen(await enter(context.graph, deed));
};
