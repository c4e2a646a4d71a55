import { checking } from './check.js';
import { conflicting } from './conflicts.js';
import { keeping } from './kept.js';
import { logging } from './log.js';
import { querying } from './query.js';
import { recording } from './record.js';
import { checkingSeeds, seeding } from './seed.js';
import type { Work } from './work.js';

/** What the server that has the graph open does for commands, by their names. */
export const works: Readonly<Record<string, Work<never>>> = Object.fromEntries(
  [seeding, checkingSeeds, recording, logging, checking, querying, conflicting, keeping].map((work) => [work.name, work]),
);
