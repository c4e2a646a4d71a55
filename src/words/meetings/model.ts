import type { At } from '../../read/lens.js';
import type { Connection } from '../../read/page.js';
import type { Provenance, Recorded } from '../../record/model.js';
import type { PartialDate } from '../../time/partial.js';
import type { Outcome } from '../decisions/model.js';

export interface Meeting extends Provenance, Recorded {
  id: string;
  body: string | null;
  title: string | null;
  date: PartialDate | null;
  /** Where it has no date, after those that have: the order of lists. */
  sortKey: string;
}

export interface AgendaItem extends Recorded {
  id: string;
  meeting: string;
  number: string | null;
  title: string;
  caseNumber: string | null;
  planned: boolean;
  /** By number, part for part. */
  sortKey: string;
  sources: string[];
}

/** What was recommended to the meeting at an item. */
export interface Recommendation extends Recorded {
  id: string;
  item: string;
  /** Among those of its item, from 1. */
  position: number;
  text: string;
  outcome: Outcome;
  sources: string[];
}

/** `(Person)-[:APPEARED_AT]->(AgendaItem)`, once for each principal on whose behalf. */
export interface Appearance extends Recorded {
  id: string;
  /** Id of the person. */
  fromId: string;
  /** Id of the agenda item. */
  toId: string;
  onBehalfOf: string | null;
  announced: boolean;
  reported: boolean;
  sources: string[];
}

export type MeetingAt = At<Meeting>;
export type MeetingConnectionAt = Connection<MeetingAt>;
export type AgendaItemAt = At<AgendaItem>;
export type RecommendationAt = At<Recommendation>;
export type AppearanceAt = At<Appearance>;
