import * as queries from '../generated/queries.js';
import type { Transaction } from '../graph/port.js';
import type { LastRevision, Revision } from '../record/revision.js';
import { NEVER, NOW } from '../record/time.js';
import { today } from '../time/civil.js';
import { FORMAT } from './format.js';
import type { Told } from './feed-items.js';
import { writeFeed } from './feed.js';
import { type Noted, notedNode } from './journal.js';

/** How many events are read at a time. */
const AT_ONCE = 1_000;

/** Behind every sort key that begins with a day. */
const behind = (day: string): string => `${day}!`;

/** What is told of the days after one, up to another: what is recorded of them was recorded before they came. */
const toldOfDays = async (tx: Transaction, after: string, last: string): Promise<Told[]> => {
  const told: Told[] = [];
  for (let from = behind(after), more = true; more;) {
    const rows = await tx.read(queries.feed.due, { after: from, end: behind(last), limit: AT_ONCE, never: NEVER });
    told.push(...rows.map(({ x }): Told => ({ tells: 'EVENT', of: notedNode('Event', x.id, { ...x }, x.because) as Noted })));
    more = rows.length === AT_ONCE;
    from = rows.at(-1)?.key ?? from;
  }
  return told;
};

/** Whether a day has begun in Copenhagen since the newest revision. */
export const isNewDay = ({ number, at }: Pick<Revision, 'number' | 'at'>): boolean => number > 0 && today(new Date(at)) < today(new Date(Date.now()));

/**
 * Turns the days that have begun since the newest revision by one of its own, under the lock: whoever comes first does. Whatever is
 * recorded of such a day was recorded before it. Returns the newest revision then. A graph of an earlier format has no feed yet.
 */
export const turnDays = async (tx: Transaction, last: LastRevision): Promise<LastRevision> => {
  if (last.format !== FORMAT || !isNewDay(last)) return last;
  const now = Math.max(Date.now(), last.at + 1);
  const number = last.number + 1;
  await tx.run(queries.record.move, { number, at: now, written: last.written });
  const told = await toldOfDays(tx, today(new Date(last.at)), today(new Date(now)));
  const items = await writeFeed(tx, 'EFFECTIVE', told, new Map(), { revision: number, at: now, knownAt: NOW }, last.items);
  return { ...last, number, at: now, items };
};
