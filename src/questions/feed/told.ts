import * as queries from '../../generated/queries.js';
import type { Context } from '../../read/context.js';
import type { Lens } from '../../read/lens.js';
import { grouped } from '../../record/grouped.js';
import type { FeedItem } from '../../record/model.js';
import { isVisible } from '../../record/time.js';
import { today } from '../../time/civil.js';
import type { Event } from '../../words/events/model.js';
import type { Correction, Version } from '../corrections/model.js';
import { eventIn } from '../events/reads.js';
import type { FeedItemAt } from './model.js';

/** Every version of what items tell of, by its id. */
const readVersions = async ({ reader }: Context, items: readonly FeedItem[]): Promise<Map<string, Version[]>> => {
  const edges = items.flatMap(({ thing, fromId }) => (fromId ? [{ id: thing, fromId }] : []));
  const ids = [...new Set(items.flatMap(({ thing, fromId }) => (fromId ? [] : [thing])))];
  const once = [...new Map(edges.map((edge) => [edge.id, edge])).values()];
  const [last, earlier, ofEdges] = await Promise.all([
    ids.length ? reader.read(queries.record.nodes, { ids }) : [],
    ids.length ? reader.read(queries.corrections.versionsByIds, { ids }) : [],
    once.length ? reader.read(queries.feed.versions, { edges: once }) : [],
  ]);
  const all = [...last.map(({ n }) => n), ...earlier.map(({ v }) => v), ...ofEdges.map(({ r }) => r)] as unknown as Version[];
  return grouped(all, ({ id }) => id);
};

/** The version that was written at a time; what the same transaction wrote anew is none. */
const writtenAt = (versions: readonly Version[], at: number): Version | null =>
  versions.find(({ recordedAt, retractedAt }) => recordedAt === at && retractedAt > at) ?? null;

const correctionIn = ({ thing, at }: FeedItem, versions: readonly Version[]): Correction => {
  const was = versions.find(({ recordedAt, retractedAt }) => retractedAt === at && recordedAt < at) ?? null;
  const is = writtenAt(versions, at);
  return { id: `correction:${thing}@${at}`, recordedAt: at, because: is?.because ?? 'CORRECTED', was, is };
};

/** As the record was by the revision of an item, on its day. */
const lensAt = (at: number): Lens => ({ asOf: today(new Date(at)), knownAt: at, given: '' });

const toldBy = (item: FeedItem, versions: readonly Version[]): Pick<FeedItemAt, 'event' | 'correction' | 'recorded'> => {
  const { tells, kind, at } = item;
  const lens = lensAt(at);
  const nothing = { event: null, correction: null, recorded: null };
  if (tells === 'CORRECTION') return { ...nothing, correction: { row: correctionIn(item, versions), lens } };
  const row = kind === 'EFFECTIVE' ? versions.find((one) => isVisible(one, at)) : writtenAt(versions, at);
  if (!row) return nothing;
  return tells === 'EVENT' ? { ...nothing, event: eventIn(row as unknown as Event, lens, null) } : { ...nothing, recorded: { row, lens } };
};

/** What items tell, in their order. */
export const told = async (context: Context, items: readonly FeedItem[], cursorOf: (item: FeedItem) => string): Promise<FeedItemAt[]> => {
  const versions = await readVersions(context, items);
  return items.map((item) => ({
    cursor: cursorOf(item),
    kind: item.kind,
    at: item.at,
    revision: item.revision,
    ...toldBy(item, versions.get(item.thing) ?? []),
  }));
};
