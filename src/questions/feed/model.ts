import type { NodeAt } from '../../read/lens.js';
import type { FeedKind } from '../../record/model.js';
import type { EventAt } from '../../words/events/model.js';
import type { CorrectionAt } from '../corrections/model.js';

/** What the feed tells at one of its places: one of the three. */
export interface FeedItemAt {
  cursor: string;
  kind: FeedKind;
  at: number;
  revision: number;
  event: EventAt | null;
  correction: CorrectionAt | null;
  recorded: NodeAt | null;
}

export interface FeedPageOf {
  nodes: FeedItemAt[];
  endCursor: string;
  hasMore: boolean;
}
