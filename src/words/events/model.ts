import type { At } from '../../read/lens.js';
import type { Connection } from '../../read/page.js';
import type { Visible } from '../../record/model.js';
import type { Certainty } from '../../time/in-force.js';
import type { CALLED, NameKind } from '../names/definition.js';
import type { Person } from '../people/definition.js';
import type { Stored } from '../word.js';
import type { Event as Definition } from './definition.js';

export { BEGIN_CAUSES, type BeginCause, END_CAUSES, type EndCause, EVENT_KINDS, type EventKind } from './kinds.js';

/** The start or end of a dated row. */
export type Event = Stored<typeof Definition>;

/** `certainty`: whether all its days lie in the period that it was asked for. */
export type EventAt = At<Event> & { certainty: Certainty };
export type EventConnectionAt = Connection<EventAt>;

/** A person as events name them. */
export type Mortal = Pick<Stored<typeof Person>, 'id' | 'sortKey' | 'called' | 'diedOn' | 'sources' | 'recordedAt' | 'retractedAt'>;

/** A name, territory or term of a thing, or what succeeds it; `kind`: of a name, what kind of name it is. */
export type Tied = Omit<Stored<typeof CALLED>, 'kind'> & { kind: NameKind | null };

/** Anything by its name; what is in no list has no key to be sorted by. */
export interface Titled extends Visible {
  id: string;
  name: string;
  sortKey: string | null;
}
