import type { EndsInput, OfficeInput, TermInput } from '../../generated/api.js';
import * as queries from '../../generated/queries.js';
import { NOW } from '../../record/time.js';
import { dayBefore } from '../../time/civil.js';
import { type PartialDate, endSpanOf } from '../../time/partial.js';
import { datesOf, isOverBy, untilOf } from '../dates.js';
import type { Fields, Thing } from '../draft.js';
import { ownPart, slugOf } from '../ids.js';
import type { Act, Writing } from './act.js';
import { sayBeginning, sayEnding } from './existing.js';
import { sayDated, withDays } from './recorded.js';
import { given, rowsOf } from './rows.js';
import { sayUndated } from './undated.js';

const yearOf = (date: PartialDate): string => date.slice(0, 4);

const termId = ({ body, from }: TermInput): string => `term:${ownPart(body)}-${yearOf(from)}`;

/** The years of a term, where nobody says what it is called: the first, and the last that has a day of it. */
const nameOf = ({ from, ends }: TermInput): string => {
  const until = ends ? untilOf(ends) : null;
  return [yearOf(from), ...(until === null ? [] : [yearOf(dayBefore(endSpanOf(until).last))])].join('-');
};

/** A body, or all that follow a calendar, have a term of office. */
const openTerm: Act<TermInput> = {
  reads: (input) => [input.id, input.body, input.insteadOf, termId(input)],
  apply: async (writing, input) => {
    const holder = writing.known(input.body, ['bodies', 'calendars'], 'body', 'a body or an election calendar');
    const instead = input.insteadOf == null ? null : writing.known(input.insteadOf, ['terms'], 'insteadOf', 'a term of a calendar');
    if (!holder || (input.insteadOf != null && !instead) || !writing.endsAfter(input)) return;
    if (instead && (holder.word === 'calendars' || instead.fields['calendar'] === undefined)) {
      writing.refuse('BAD_VALUE', ['insteadOf'], 'of a term of a body, the term of a calendar in whose place it stands', { given: instead.id });
      return;
    }
    const of = holder.word === 'bodies' ? 'body' : 'calendar';
    const isSame = (fields: Fields): boolean => fields[of] === holder.id;
    const [recorded] = await writing.draft.reader.read(queries.terms.of, { ids: [holder.id], knownAt: NOW });
    const days = new Map((recorded?.terms ?? []).map(({ r }) => [r.toId, r]));
    const rows = await rowsOf(writing, 'terms', [...days.keys()]);
    const known = rows.filter(({ fields }) => isSame(fields));
    const dates = datesOf(input.from, input.ends, await writing.passage());
    await sayDated(writing, {
      word: 'terms',
      id: input.id,
      made: termId(input),
      said: { [of]: holder.id, ...given({ insteadOf: instead?.id, name: input.name }), ...dates },
      first: { name: nameOf(input) },
      like: await withDays(writing, known, days),
      isSame,
    });
  },
};

const officeId = ({ body, role, title, district }: OfficeInput): string =>
  ['office', [ownPart(body), ...[role.replaceAll('_', '-'), title, district].flatMap((one) => (one ? [slugOf(one)] : []))].join('-')].join(':');

const DIFFERENT = ['body', 'role', 'title', 'district'];

/** The office that is meant, where one is recorded that is not over by then. */
const recordedOffice = async (writing: Writing, said: Fields, from: PartialDate | null | undefined): Promise<Thing | undefined> => {
  const [recorded] = await writing.draft.reader.read(queries.offices.byBodyIds, { ids: [said['body'] as string], knownAt: NOW });
  const rows = await rowsOf(
    writing,
    'offices',
    (recorded?.offices ?? []).map(({ x }) => x.id),
  );
  const isMeant = ({ fields }: Thing): boolean =>
    DIFFERENT.every((key) => (fields[key] ?? null) === (said[key] ?? null)) && (from == null || !isOverBy((fields['existence'] ?? {}) as Fields, from));
  return rows.find(isMeant);
};

const sayOffice = async (writing: Writing, id: string, from: PartialDate | null | undefined, ends: EndsInput | null | undefined): Promise<void> => {
  const office = (): Thing => writing.draft.thing(id) as Thing;
  if (from != null && !(await sayBeginning(writing, office(), from))) return;
  if (ends) await sayEnding(writing, office(), ends);
};

/** A body has a role as an institution. */
const openOffice: Act<OfficeInput> = {
  reads: (input) => [input.id, input.body, officeId(input)],
  apply: async (writing, input) => {
    const body = writing.known(input.body, ['bodies'], 'body', 'a body');
    if (!body || !writing.endsAfter(input)) return;
    const { role, title, district, from, ends } = input;
    const holders = input.holders === 1 ? null : input.holders;
    const said = given({ body: body.id, role, title, district, holders });
    const known = input.id == null ? await recordedOffice(writing, said, from) : null;
    const made = known ? known.id : (input.id ?? (await writing.draft.free(officeId(input))));
    const id = await sayUndated(writing, { word: 'offices', id: made, made, said, alike: DIFFERENT });
    if (id !== null) await sayOffice(writing, id, from, ends);
  },
};

export const terms = { openTerm, openOffice };
