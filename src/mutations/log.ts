import * as queries from '../generated/queries.js';
import { Entry } from '../words/entries/definition.js';
import { by, named, within, written } from '../words/entries/subjects.js';
import type { Committed } from '../write/change-set.js';
import { referencesOf } from '../write/references.js';
import type { Recording } from '../write/transaction.js';
import { writeNodes } from '../write/versions.js';
import type { Deed, Said } from './deed.js';
import type { EditedRow } from './draft.js';
import type { Result } from './model.js';

/** Ids of all that a change set wrote or retracted, what it moved included. */
const writtenBy = ({ changes, retracted }: Committed): string[] => [...changes, ...retracted].map(({ id }) => id);

const referredToBy = (rows: readonly EditedRow[]): string[] => rows.flatMap(({ after }) => (after ? referencesOf(after).map(({ id }) => id) : []));

/** Writes the next line of the log. Returns its id. */
export const writeEntry = async (
  tx: Recording,
  deed: Deed,
  said: Said,
  { number, committed, bodies, result }: { number: number; committed: Committed; bodies: readonly string[]; result: Omit<Result, 'entry'> },
): Promise<string> => {
  const rows = said.draft.rows();
  const things = writtenBy(committed);
  const element = Entry.of(`entry:${number}`, {
    number,
    at: result.at,
    revision: result.revision,
    actorId: deed.actor.id,
    actor: JSON.stringify(deed.actor),
    acts: JSON.stringify(deed.acts),
    note: deed.note,
    source: said.source,
    made: JSON.stringify(result.made),
    rows: JSON.stringify(rows),
    things,
    bodies: [...bodies],
    undoes: said.undoes,
  });
  const subjects = [...things.map(written), ...new Set([...referredToBy(rows), ...said.named].map(named)), ...bodies.map(within), by(deed.actor.id)];
  await Promise.all([
    writeNodes(tx, [{ element, because: 'RECORDED' }], result.at, true),
    tx.run(queries.entries.keepSubjects, { subjects, number, at: result.at, actor: deed.actor.id, bodies: [...bodies] }),
  ]);
  return element.id;
};
