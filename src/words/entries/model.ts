import type { Because } from '../../record/model.js';
import type { At } from '../../read/lens.js';
import type { Connection } from '../../read/page.js';
import type { Stored } from '../word.js';
import type { Entry as definition } from './definition.js';

/** What was said at one time, as it is stored. */
export type Entry = Stored<typeof definition>;
export type EntryAt = At<Entry>;
export type EntryConnectionAt = Connection<EntryAt>;

/** A thing that an act wrote: by its id, with whether it is there afterwards and was there before. */
export interface Made {
  act: number;
  id: string;
  /** Of two records that are of one person from then on: the one that leads to the other. */
  gone?: string;
  because: Because;
  is: boolean;
  was: boolean;
}

/** What an entry answers to who asks it again under its key: JSON. */
export interface EntryKey {
  id: string;
  /** Of its acts, source and note. */
  fingerprint: string;
  /** What its author was told, as JSON. */
  result: string;
  at: number;
}

/** A thing that was written at a time, seen before it and after it. */
export interface MadeAt {
  made: Made;
  lens: At<unknown>['lens'];
  before: At<unknown>['lens'];
}
