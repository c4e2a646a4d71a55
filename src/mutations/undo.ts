import { isDeepStrictEqual } from 'node:util';
import type { Mode } from '../generated/api.js';
import * as queries from '../generated/queries.js';
import type { Reader } from '../graph/port.js';
import type { Finding } from '../integrity/model.js';
import { inputError } from '../read/errors.js';
import { forbidden } from '../read/identity.js';
import type { Actor } from '../record/actor.js';
import { mayDo } from '../record/roles.js';
import { today } from '../time/civil.js';
import type { Entry, Made } from '../words/entries/model.js';
import { named, written } from '../words/entries/subjects.js';
import { undoneBy } from '../words/entries/undone.js';
import { Answered, nothing } from './answers.js';
import type { Deed, Said } from './deed.js';
import { Draft, type EditedRow } from './draft.js';
import { codeOf } from './judged.js';
import { digest } from './keys.js';
import { type Problem, problemOf } from './problems.js';

const PATH = ['entry'];

/** Entries after one that hold, and that wrote or name some things, the last first. */
const standingOn = async (reader: Reader, { number }: Entry, subjects: readonly string[]): Promise<Entry[]> => {
  const later = subjects.length > 0 ? (await reader.read(queries.entries.laterOn, { subjects: [...subjects], number })).map(({ e }) => e) : [];
  const undone = await undoneBy(
    reader,
    later.map(({ id }) => id),
  );
  return later.filter(({ id }) => !undone.has(id));
};

/** One that takes another back rests on nothing more than that other did. */
const isPlain = ({ undoes }: Entry): boolean => undoes === null;

const rowsOf = ({ rows }: Entry): EditedRow[] => JSON.parse(rows) as EditedRow[];

/** Whose records a merge led elsewhere: who names them since rests on it. */
const goneIn = (rows: readonly EditedRow[]): string[] =>
  rows.flatMap(({ before, after }) => [before, after].flatMap((one) => (one?.word === 'merges' ? ((one.row as { gone?: string }).gone ?? []) : [])));

/** What later entries may rest on: all that an entry wrote, and the things that there were not before it. */
const restsOf = (entry: Entry, rows: readonly EditedRow[]): string[] => {
  const made = (JSON.parse(entry.made) as Made[]).filter(({ is, was }) => is && !was).map(({ id }) => id);
  return [...entry.things.map(written), ...[...made, ...goneIn(rows)].map(named)];
};

const builtUpon = (entries: readonly Entry[]): Problem =>
  problemOf({
    code: 'BUILT_UPON',
    path: PATH,
    required: `an entry on which none rests: first take back ${entries.map(({ id }) => id).join(', ')}`,
    things: entries.map(({ id }) => id),
  });

const takesMergeBack = (entry: Entry): boolean => !isPlain(entry) && rowsOf(entry).some(({ before, after }) => before?.word === 'merges' && !after);

/** Of entries since another was taken back, those that took a merge back before which it was not said: of whom it is said is others' now. */
const apartSince = async (reader: Reader, { undoes }: Entry, since: readonly Entry[]): Promise<Entry[]> => {
  const apart = since.filter(takesMergeBack);
  if (undoes === null || apart.length === 0) return [];
  const ids = [undoes, ...apart.flatMap((one) => one.undoes ?? [])];
  const numbers = new Map((await reader.read(queries.entries.byIds, { ids })).map(({ e }) => [e.id, e.number]));
  return apart.filter((one) => (numbers.get(one.undoes ?? '') ?? 0) < (numbers.get(undoes) ?? 0));
};

/** What stands against taking an entry back: later ones that rest on it, or that put something else in the place of what it wrote. */
const against = async (draft: Draft, entry: Entry, rows: readonly EditedRow[]): Promise<Problem[]> => {
  const standing = await standingOn(draft.reader, entry, restsOf(entry, rows));
  const resting = [...standing.filter(isPlain), ...(await apartSince(draft.reader, entry, standing))];
  if (resting.length > 0) return [builtUpon(resting)];
  const isOtherwise = ({ id, after }: EditedRow): boolean => !isDeepStrictEqual(draft.kept(id), after);
  return rows.some(isOtherwise) ? [builtUpon(standing)] : [];
};

/** What rules find broken that later entries have to do with: by the first of these. What was broken before the entry may be so again. */
const brokenBy = async (reader: Reader, entry: Entry, findings: readonly Finding[]): Promise<Problem[]> => {
  const found = new Map<string, Problem>();
  for (const { verdict, title, message, on, things } of findings) {
    if (verdict !== 'BROKEN') continue;
    const first = (await standingOn(reader, entry, things.map(written))).filter(isPlain).at(-1);
    if (first && !found.has(first.id)) found.set(first.id, { ...builtUpon([first]), required: `${title}: first take back ${first.id}`, given: message, on });
  }
  return [...found.values()];
};

const misfitsOf = async (reader: Reader, entry: Entry, problems: Parameters<Said['misfits']>[0]): Promise<Problem[]> =>
  Promise.all(
    problems.map(async (problem) => {
      const { id, required, given } = problem;
      const resting = await standingOn(reader, entry, [written(id), named(id), written(given)]);
      return resting.length > 0 ? builtUpon(resting) : problemOf({ code: codeOf(problem), path: PATH, required, given, things: [id] });
    }),
  );

/** Whether an entry erased somebody: that cannot be taken back. */
const isErasure = ({ acts }: Entry): boolean => (JSON.parse(acts) as object[]).some((act) => 'erase' in act && act.erase != null);

/** Puts what editors kept before an entry back into the place of what they keep since. */
const restored = async (draft: Draft, entry: Entry): Promise<void> => {
  const rows = rowsOf(entry);
  await draft.load(rows.map(({ id }) => id));
  draft.problems.push(...(await against(draft, entry, rows)));
  if (draft.problems.length > 0) return;
  const acts = new Map((JSON.parse(entry.made) as Made[]).map(({ id, act }) => [id, act]));
  for (const { id, before } of rows) draft.restore(acts.get(id) ?? 0, id, before);
};

/** The entry that was taken back, or done again, by another, by that one, and so on. */
const firstOf = async (reader: Reader, entry: Entry): Promise<Entry> => {
  const [found] = entry.undoes === null ? [] : await reader.read(queries.entries.byIds, { ids: [entry.undoes] });
  return found ? firstOf(reader, found.e) : entry;
};

/** Ids of what an entry said was otherwise than recorded, or never. */
const correctedBy = ({ made }: Entry): string[] =>
  (JSON.parse(made) as Made[]).filter(({ because, was }) => because === 'CORRECTED' && was).map(({ id }) => id);

const said = async (reader: Reader, actor: Actor, id: string, at: number): Promise<Said> => {
  const draft = await Draft.of(reader, today(new Date(at)));
  const [found] = await reader.read(queries.entries.byIds, { ids: [id] });
  if (!found) draft.problems.push(problemOf({ code: 'UNKNOWN_ID', path: PATH, required: 'the id of an entry', given: id }));
  else if (!mayDo(actor, 'UNDO', { by: found.e.actorId, isWithin: true })) throw forbidden('entry', `one of ${actor.id}`, `one of ${found.e.actorId}`);
  else if ((await undoneBy(reader, [id])).has(id)) throw new Answered(nothing('UNCHANGED', []));
  else if (isErasure(found.e))
    draft.problems.push(
      problemOf({ code: 'BAD_VALUE', path: PATH, required: 'an entry that erases nobody: what is erased is not kept anywhere', given: id, things: [id] }),
    );
  else await restored(draft, found.e);
  return {
    draft,
    source: null,
    undoes: id,
    named: [],
    corrected: found ? correctedBy(await firstOf(reader, found.e)) : [],
    broken: (findings, tx) => brokenBy(tx, found?.e as Entry, findings),
    misfits: (problems, after) => misfitsOf(after, found?.e as Entry, problems),
  };
};

/** The entry that is to be taken back, why, and under which key. */
export interface Undoing {
  entry: string;
  key: string;
  why: string;
  mode: Mode;
}

/** An undo is checked or written. @throws GraphQLError BAD_USER_INPUT where it is to be proposed */
const notProposed = (mode: Mode): Mode => {
  if (mode === 'PROPOSE') throw inputError('mode', 'CHECK or WRITE', mode);
  return mode;
};

/** What takes an entry back. */
export const undoing = (actor: Actor, { entry, key, why, mode }: Undoing): Deed => ({
  actor,
  key,
  fingerprint: digest('undo', entry, why),
  mode: notProposed(mode),
  accept: [],
  note: why,
  acts: [],
  say: (reader, _, at) => said(reader, actor, entry, at),
});
