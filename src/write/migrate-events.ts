import * as queries from '../generated/queries.js';
import type { Because, Recorded } from '../record/model.js';
import { NEVER } from '../record/time.js';
import { isParty } from '../words/parties/model.js';
import { type Happened, happened, nothingHappened, writeEvents } from './events.js';
import type { Recording } from './transaction.js';

interface Version extends Recorded {
  id: string;
  /** Adds what it tells of. */
  tell: (told: Happened, because: Because) => void;
}

/** Every version of what starts and ends are told of. */
const readVersions = async (tx: Recording): Promise<Version[]> => {
  const { migrate } = queries;
  const nothing = { nodes: [], edges: [] };
  const nodes = [...(await tx.read(migrate.nodes, {})), ...(await tx.read(migrate.nodeVersions, {}))].map(({ id, label, ...recorded }) => ({
    ...(recorded as Recorded),
    id,
    tell: (told: Happened, because: Because) => happened(told, id, nothing, { nodes: [{ label, id, properties: {} }], edges: [] }, because),
  }));
  const edges = (await tx.read(migrate.versions, {})).map(({ type, id, fromId, toId, ...recorded }) => ({
    ...(recorded as Recorded),
    id,
    tell: (told: Happened, because: Because) =>
      happened(told, type === 'HAS_TERM' ? toId : id, nothing, { nodes: [], edges: [{ type, id, fromId, toId, properties: {} }] }, because),
  }));
  return [...nodes, ...edges];
};

/** Tells what happened to some of a graph of which it has no events, in each of its states as it was recorded. */
const tellOf = async (tx: Recording, isAsked: (id: string) => boolean): Promise<void> => {
  const states = new Map<number, Happened>();
  const at = (time: number): Happened => {
    const told = states.get(time) ?? nothingHappened();
    states.set(time, told);
    return told;
  };
  const versions = (await readVersions(tx)).filter(({ id }) => isAsked(id));
  for (const { retractedAt, tell } of versions) if (retractedAt !== NEVER) tell(at(retractedAt), 'CORRECTED');
  for (const { recordedAt, because, tell } of versions) tell(at(recordedAt), because);
  for (const [time, told] of [...states].sort(([a], [b]) => a - b)) await writeEvents(tx, time, told, { isFresh: false, knownAt: time });
};

/** Of a graph that has no events. */
export const tellEvents = (tx: Recording): Promise<void> => tellOf(tx, () => true);

/** Of one that has none of when parties exist. */
export const tellOfParties = (tx: Recording): Promise<void> => tellOf(tx, isParty);
