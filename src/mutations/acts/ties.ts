import type { AffiliateInput, DieInput } from '../../generated/api.js';
import { dayAfter, isCivilDate } from '../../time/civil.js';
import { spanOf } from '../../time/partial.js';
import { agree, datesOf, isWithin } from '../dates.js';
import type { Fields, Thing } from '../draft.js';
import { ownPart } from '../ids.js';
import { isOneOf } from './absences.js';
import type { Act, Writing } from './act.js';
import { endStandIns } from './ending.js';
import { type Known, sayDated, withDays } from './recorded.js';
import { rowsOf, text } from './rows.js';

/** The id of a tie: the person and the party or municipality; of who is of no party, that. */
export const tieId = (person: string, other: string | null | undefined): string =>
  `affiliation:${ownPart(person)}-${other == null ? 'independent' : ownPart(other)}`;

const isHome = (other: unknown): boolean => typeof other === 'string' && other.startsWith('municipality:');

/** What ties somebody has, as the acts so far leave them. */
export const tiesOf = async (writing: Writing, person: string): Promise<Known[]> => {
  const recorded = await writing.draft.around.tiesOf(person);
  const rows = await rowsOf(
    writing,
    'affiliations',
    recorded.map(({ id }) => id),
  );
  return withDays(
    writing,
    rows.filter(({ fields }) => writing.draft.idOf(fields['person'] as string) === person),
    new Map(recorded.map(({ id, days }) => [id, days])),
  );
};

/** Ends other ties of the kind that last on the day on which one begins. */
const endOthers = async (writing: Writing, ties: readonly Known[], tie: string, from: string): Promise<void> => {
  const { first, last } = spanOf(from);
  const isOf = writing.draft.thing(tie)?.fields['with'];
  const others = ties.filter(
    ({ thing, days }) => thing.id !== tie && isHome(thing.fields['with']) === isHome(isOf) && days.fromMin < first && days.untilMax > last,
  );
  for (const { thing } of others) await writing.say('affiliations', thing.id, { until: from, open: null, over: null }, 'CHANGED');
};

/** A tie of somebody: to a party or municipality, or to no party. */
export type Tie = Pick<AffiliateInput, 'id' | 'with' | 'from' | 'ends'> & { person: string };

/** Records a tie, which ends others of its kind on the day on which it begins. */
export const sayTie = async (writing: Writing, { id, person, with: other, from, ends }: Tie): Promise<void> => {
  const ties = await tiesOf(writing, person);
  const isSame = (fields: Fields): boolean => fields['person'] === person && (fields['with'] ?? null) === (other ?? null);
  const tie = await sayDated(writing, {
    word: 'affiliations',
    id,
    made: tieId(person, other),
    said: { person, ...(other == null ? { independent: true } : { with: other }), ...datesOf(from ?? null, ends, await writing.passage()) },
    like: ties.filter(({ thing }) => isSame(thing.fields)),
    isSame,
  });
  if (tie !== null && from != null) await endOthers(writing, ties, tie, from);
};

/** Somebody joins a party, leaves all of them, or moves. */
const affiliate: Act<AffiliateInput> = {
  reads: ({ id, person, with: other }) => [id, person, other, tieId(person, other)],
  apply: async (writing, input) => {
    const isOne = isOneOf(writing, { ...input }, 'with', 'independent');
    const person = writing.known(input.person, ['people'], 'person', 'a person');
    const other = input.with == null ? null : writing.known(input.with, ['parties', 'municipalities'], 'with', 'a party or municipality');
    if (!isOne || !person || (input.with != null && !other)) return;
    if (writing.endsAfter(input)) await sayTie(writing, { ...input, person: person.id, with: other?.id ?? null });
  },
};

const sayDeath = async (writing: Writing, { id, fields }: Thing, on: string): Promise<void> => {
  const known = text(fields, 'diedOn');
  if (known !== null && !agree(on, known)) {
    writing.refuse('CONTRADICTS', ['on'], `the day that is recorded: ${known}`, { given: on, things: [id] });
    return;
  }
  const seats = await writing.draft.around.seatsOf(id);
  await endStandIns(
    writing,
    seats.map((one) => one.id),
    isCivilDate(on) ? dayAfter(on) : on,
  );
  const isNarrower = known === null || (known !== on && isWithin(on, known));
  await writing.say('people', id, isNarrower ? { diedOn: on } : {}, known === null ? 'CHANGED' : 'LEARNT');
};

/** Somebody dies. */
const die: Act<DieInput> = {
  reads: ({ person }) => [person],
  apply: async (writing, { person: id, on }) => {
    const person = writing.known(id, ['people'], 'person', 'a person');
    if (!person) return;
    if (spanOf(on).first > writing.draft.today) writing.refuse('BAD_DATE', ['on'], `a day that has come, by ${writing.draft.today}`, { given: on });
    else await sayDeath(writing, person, on);
  },
};

export const ties = { affiliate, die };
