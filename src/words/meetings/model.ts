import type { At } from '../../read/lens.js';
import type { Connection } from '../../read/page.js';
import type { Stored } from '../word.js';
import type {
  AgendaItem as AgendaItemDefinition,
  APPEARED_AT,
  Meeting as MeetingDefinition,
  Recommendation as RecommendationDefinition,
} from './definition.js';

export type Meeting = Stored<typeof MeetingDefinition>;

/** Without what was recommended at it, which stands on nodes of its own. */
export type AgendaItem = Omit<Stored<typeof AgendaItemDefinition>, 'recommended'>;

/** What was recommended to the meeting at an item. */
export type Recommendation = Stored<typeof RecommendationDefinition>;

/** `(Person)-[:APPEARED_AT]->(AgendaItem)`, once for each principal on whose behalf. */
export type Appearance = Stored<typeof APPEARED_AT>;

export type MeetingAt = At<Meeting>;
export type MeetingConnectionAt = Connection<MeetingAt>;
export type AgendaItemAt = At<AgendaItem>;
export type RecommendationAt = At<Recommendation>;
export type AppearanceAt = At<Appearance>;
