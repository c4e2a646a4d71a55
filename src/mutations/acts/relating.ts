import type { EndsInput, FollowInput, RelateInput } from '../../generated/api.js';
import * as queries from '../../generated/queries.js';
import { NOW } from '../../record/time.js';
import { EVER } from '../../time/in-force.js';
import type { Interval } from '../../time/interval.js';
import type { PartialDate } from '../../time/partial.js';
import type { Rows, WordName } from '../../write/rows.js';
import { datesOf } from '../dates.js';
import type { Fields } from '../draft.js';
import { ownPart } from '../ids.js';
import type { Act, Writing } from './act.js';
import { sayDated, withDays } from './recorded.js';
import { rowsOf } from './rows.js';

/** What a relation of a kind leads from and to; null: things of one word. */
const JOINED: Readonly<Partial<Record<string, { subject: readonly WordName[]; object: readonly WordName[] | null }>>> = {
  COVERS: { subject: ['bodies'], object: ['municipalities'] },
  PART_OF: { subject: ['bodies'], object: ['bodies'] },
  LIES_IN: { subject: ['municipalities'], object: ['regions'] },
  GOVERNS: { subject: ['bodies'], object: ['municipalities', 'regions'] },
  SUCCEEDS: { subject: ['bodies', 'parties', 'municipalities', 'regions'], object: null },
};

/** A relation, as an act says it. */
export interface Relating {
  id?: string | null | undefined;
  kind: Rows['relations']['kind'];
  subject: string;
  object: string;
  from?: PartialDate | null | undefined;
  ends?: EndsInput | null | undefined;
}

const relationId = ({ kind, subject, object }: Relating): string =>
  `relation:${ownPart(subject)}-${kind.toLowerCase().replaceAll('_', '-')}-${ownPart(object)}`;

const isSame =
  ({ kind, subject, object }: Relating) =>
  (fields: Fields): boolean =>
    fields['kind'] === kind && fields['subject'] === subject && fields['object'] === object;

/** Relations of a kind that are recorded between two things, and when. */
const recordedBetween = async ({ draft }: Writing, { kind, subject, object }: Relating): Promise<Map<string, Interval>> => {
  const rows =
    kind === 'FOLLOWS'
      ? (await draft.reader.read(queries.calendars.stepsUp, { ids: [subject], knownAt: NOW })).flatMap(({ steps }) => steps)
      : (await draft.reader.read(queries.relations.byIds, { ids: [subject], ...EVER, knownAt: NOW })).flatMap(({ relations }) => relations);
  const between = rows.filter(({ r }) => r.relation === kind && r.fromId === subject && r.toId === object);
  return new Map(between.map(({ r }) => [r.id, r]));
};

/** Records a relation, or lets the one that is recorded gain what is new. */
export const sayRelation = async (writing: Writing, relating: Relating): Promise<string | null> => {
  const { id, kind, subject, object, from, ends } = relating;
  if (!writing.endsAfter(relating)) return null;
  const recorded = await recordedBetween(writing, relating);
  const rows = (await rowsOf(writing, 'relations', [...recorded.keys(), relationId(relating)])).filter(({ fields }) => isSame(relating)(fields));
  await writing.draft.load([id]);
  return sayDated(writing, {
    word: 'relations',
    id,
    made: relationId(relating),
    said: { kind, subject, object, ...datesOf(from ?? null, ends, await writing.passage()) },
    like: await withDays(writing, rows, recorded),
    isSame: isSame(relating),
  });
};

/** Two things relate. */
const relate: Act<RelateInput> = {
  reads: ({ id, subject, object }) => [id, subject, object],
  apply: async (writing, input) => {
    const joined = JOINED[input.kind];
    if (!joined) {
      writing.refuse('BAD_VALUE', ['kind'], `one of ${Object.keys(JOINED).join(', ')}; others have acts of their own`, { given: input.kind });
      return;
    }
    const subject = writing.known(input.subject, joined.subject, 'subject', `one of ${joined.subject.join(', ')}`);
    const objects = joined.object ?? (subject ? [subject.word] : joined.subject);
    const object = writing.known(input.object, objects, 'object', `one of ${objects.join(', ')}`);
    if (!subject || !object) return;
    if (subject.id === object.id) writing.refuse('BAD_VALUE', ['object'], 'another thing', { given: input.object });
    else await sayRelation(writing, { ...input, kind: input.kind as Relating['kind'], subject: subject.id, object: object.id });
  },
};

/** A body turns its terms with an election calendar. */
const follow: Act<FollowInput> = {
  reads: ({ id, body, calendar }) => [id, body, calendar],
  apply: async (writing, input) => {
    const body = writing.known(input.body, ['bodies'], 'body', 'a body');
    const calendar = writing.known(input.calendar, ['calendars'], 'calendar', 'an election calendar');
    if (body && calendar) await sayRelation(writing, { ...input, kind: 'FOLLOWS', subject: body.id, object: calendar.id });
  },
};

export const relating = { relate, follow };
