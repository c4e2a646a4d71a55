import type { Context } from '../../read/context.js';
import type { Lens } from '../../read/lens.js';
import { grouped } from '../../record/grouped.js';
import type { FeedItem } from '../../record/model.js';
import { NOW, isVisible } from '../../record/time.js';
import { today } from '../../time/civil.js';
import type { Event } from '../../words/events/model.js';
import { isMembershipId } from '../../words/memberships/model.js';
import type { Correction, Version } from '../corrections/model.js';
import { type EdgeBeginning, versionsOf, versionsOfEdges } from '../corrections/reads.js';
import { eventIn } from '../events/reads.js';
import type { FeedItemAt } from './model.js';

const edgesIn = (items: readonly FeedItem[]): EdgeBeginning[] => items.flatMap(({ thing, fromId }) => (fromId ? [{ id: thing, fromId }] : []));

/** Every version of what items tell of, by its id: a seat is found by its own id, whoever's it was. */
const readVersions = async (context: Context, items: readonly FeedItem[]): Promise<Map<string, Version[]>> => {
  const isEdge = ({ thing, fromId }: FeedItem): boolean => fromId !== null && !isMembershipId(thing);
  const edges = items.filter(isEdge);
  const [found, ofEdges] = await Promise.all([
    versionsOf(
      context,
      items.filter((item) => !isEdge(item)).map(({ thing }) => thing),
      { knownAt: NOW },
    ),
    versionsOfEdges(context, edgesIn(edges), edgesIn(edges.filter(({ tells }) => tells === 'CORRECTION'))),
  ]);
  return grouped([...found, ...ofEdges], ({ id }) => id);
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
