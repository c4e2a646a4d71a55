import * as queries from '../generated/queries.js';
import { nodeTypes } from '../generated/words.js';
import { type EdgeElement, type NodeElement } from '../record/elements.js';
import { grouped } from '../record/grouped.js';
import type { LastRevision } from '../record/revision.js';
import { NEVER } from '../record/time.js';
import { toldOf } from './feed-items.js';
import { writeFeed } from './feed.js';
import { type Journal, newJournal } from './journal.js';
import type { Tellable } from './model.js';
import type { Recording } from './transaction.js';

interface Version extends Pick<Tellable, 'id' | 'recordedAt' | 'retractedAt' | 'because'> {
  note: (journal: Journal, because: Tellable['because'] | null, isNew: boolean) => void;
}

const versionOfNode = ({ labels, n }: { labels: string[]; n: Tellable }): Version => {
  const label = labels.find((one) => one in nodeTypes) ?? 'Node';
  const element: NodeElement = { label, id: n.id, properties: { ...n } };
  return { ...n, note: (journal, because, isNew) => journal.node(element, because, isNew) };
};

const versionOfEdge = ({ type, fromId, toId, n }: { type: string; fromId: string; toId: string; n: Tellable }): Version => {
  const element: EdgeElement = { type, id: n.id, fromId, toId, properties: { ...n } };
  return { ...n, note: (journal, because) => journal.edge(element, because) };
};

/** Every version of what the feed tells of; what the same transaction wrote anew is none. */
const readVersions = async (tx: Recording): Promise<Version[]> => {
  const { migrateTold } = queries;
  const nodes = [...(await tx.read(migrateTold.nodes, {})), ...(await tx.read(migrateTold.nodeVersions, {}))];
  return [...nodes.map(versionOfNode), ...(await tx.read(migrateTold.versions, {})).map(versionOfEdge)].filter(
    ({ recordedAt, retractedAt }) => recordedAt < retractedAt,
  );
};

/** What was written and taken away at each time at which anything was. */
const journalsOf = (versions: readonly Version[]): Map<number, Journal> => {
  const journals = new Map<number, Journal>();
  const at = (time: number): Journal => {
    const journal = journals.get(time) ?? newJournal();
    journals.set(time, journal);
    return journal;
  };
  for (const all of grouped(versions, ({ id }) => id).values()) {
    const [begun, ended] = [new Set(all.map((one) => one.recordedAt)), new Set(all.map((one) => one.retractedAt))];
    for (const { recordedAt, retractedAt, because, note } of all) {
      note(at(recordedAt), because, !ended.has(recordedAt));
      if (retractedAt !== NEVER && !begun.has(retractedAt)) note(at(retractedAt), null, false);
    }
  }
  return journals;
};

/**
 * Tells, in the feed of a graph that has none, all that was recorded until then, in the order of time. Which revision it was is counted back
 * from the last one: what wrote nothing that is told counts among the first. Days are turned from then on.
 */
export const tellFeed = async (tx: Recording, at: number, last: LastRevision): Promise<void> => {
  const journals = [...journalsOf(await readVersions(tx))].sort(([a], [b]) => a - b);
  const own = journals.at(-1)?.[0] === at ? 1 : 0;
  let items = last.items;
  for (const [index, [time, journal]] of journals.entries()) {
    const revision = last.number + own - (journals.length - 1 - index);
    const noted = journal.noted();
    items = await writeFeed(tx, 'RECORDED', toldOf(noted, journal.isBegun), noted, { revision, at: time, knownAt: time }, items);
  }
  tx.journal.forget();
};
