import type { ReplaceInput } from '../../generated/api.js';
import { spanOf } from '../../time/partial.js';
import { certaintyOn } from '../../time/in-force.js';
import { agree, datesOf, isOverBy } from '../dates.js';
import type { Fields, Thing } from '../draft.js';
import { seatId } from '../ids.js';
import type { Act, Writing } from './act.js';
import { type Seat, dependsOnThings, howOfInput, namesThings, readsOfHow, saySeat } from './appointing.js';
import { endSeat, endedBy } from './ending.js';
import { goOnForHolder } from './going-on.js';
import { personOf, readsOfPerson } from './people.js';
import { printedEnd } from './roles.js';
import { tiesOf } from './ties.js';
import { appointment, depending, given, howOf, namedBy, rowsOf, text, within } from './rows.js';

/** The seat that has taken the place of another; null: none has. */
const successorOf = async (writing: Writing, seat: string): Promise<Thing | null> => {
  const { successors } = await writing.draft.around.linksOf(seat);
  return (await rowsOf(writing, 'memberships', successors)).find(({ fields }) => namedBy(fields, 'replaces', 'membership') === seat) ?? null;
};

const principals = (fields: Fields, key: string): string[] => ((howOf(fields)[key] ?? []) as { principal: string }[]).map(({ principal }) => principal);

/** The lists, places and bodies from whose pools a substitute may take over a seat: those of the seat, and the party of who held it. */
const poolsOf = async (writing: Writing, { fields }: Thing, from: string): Promise<Set<string>> => {
  const { person, body } = fields as unknown as Seat;
  const ties = (await tiesOf(writing, person)).filter(({ days }) => certaintyOn(days, spanOf(from).first) !== null);
  const parties = ties.map(({ thing }) => text(thing.fields, 'with') ?? '').filter((id) => id.startsWith('party:'));
  const named = [namedBy(fields, 'elected', 'list'), namedBy(fields, 'nominatedBy', 'principal'), namedBy(fields, 'by', 'principal')];
  return new Set([body, ...named.flatMap((id) => id ?? []), ...principals(fields, 'represents'), ...parties]);
};

/** The places of somebody as a substitute, for a seat or in a pool from which it may be taken over. */
const placesOf = async (writing: Writing, old: Thing, person: string, from: string): Promise<{ own: Thing[]; pooled: Thing[] }> => {
  const seats = (await writing.draft.around.seatsOf(person)).filter(({ of }) => of === old.fields['body']);
  const rows = await rowsOf(
    writing,
    'memberships',
    seats.map(({ id }) => id),
  );
  const places = rows.filter(
    ({ fields }) => fields['person'] === person && fields['body'] === old.fields['body'] && fields['role'] === 'SUBSTITUTE' && !isOverBy(fields, from),
  );
  const pools = places.some(({ fields }) => namedBy(fields, 'substituteOf', 'principal') !== null) ? await poolsOf(writing, old, from) : new Set<string>();
  return {
    own: places.filter(({ fields }) => namedBy(fields, 'substituteFor', 'membership') === old.id),
    pooled: places.filter(({ fields }) => pools.has(namedBy(fields, 'substituteOf', 'principal') ?? '')),
  };
};

/** What of how a seat came about goes on with who replaces its holder: whom it represents, and who appoints to it. */
const goingOn = (old: Fields, input: ReplaceInput): Fields => {
  const nominator = namedBy(old, 'nominatedBy', 'principal');
  return {
    by: within('principal', namedBy(old, 'by', 'principal')),
    delegatedBy: within('principal', namedBy(old, 'delegatedBy', 'principal')),
    nominatedBy: within('principal', input.nominatedBy ?? (nominator?.startsWith('party:') ? null : nominator)),
    represents: (input.represents ?? (howOf(old)['represents'] ? principals(old, 'represents') : undefined))?.map((id) => ({ principal: id })),
    decidedAt: within('at', input.decidedAt),
  };
};

/** Whether who has taken a seat over is who is said to, on a day that may be the same. */
const isRepeated = (other: Fields, person: string, from: string): boolean => {
  const recorded = text(other, 'from');
  return other['person'] === person && recorded !== null && agree(recorded, from);
};

/** Of a seat that has been taken over, what the act says itself is so already, is new, or is otherwise. */
const sayAgain = async (writing: Writing, { id, fields }: Thing, input: ReplaceInput): Promise<void> => {
  const { person, body, role } = fields as unknown as Seat;
  const passage = await writing.passage();
  await saySeat(
    writing,
    id,
    { person, body, role },
    {
      ...given({ title: input.title, district: input.district, began: input.began }),
      ...(input.ends ? datesOf(input.from, input.ends, passage) : { from: input.from }),
      ...depending(input.dependsOn, passage.source),
      ...appointment(howOfInput(input), passage.source),
    },
  );
};

/** Ends the old seat, where that has not ended before. Returns whether it could. */
const endsOld = async (writing: Writing, old: Thing, { from, cause, ends }: ReplaceInput): Promise<boolean> => {
  if (!writing.endsAfter({ from, ends })) return false;
  const until = text(old.fields, 'until');
  if (until !== from && (isOverBy(old.fields, from) || (until === null && (await endedBy(writing, old)) <= spanOf(from).first))) return true;
  return endSeat(writing, old, { ends: { until: from }, cause, field: [], by: 'from' });
};

/** Somebody takes the seat of another. */
const replace: Act<ReplaceInput> = {
  reads: (input) => [input.id, input.membership, ...readsOfPerson(input.newHolder), ...readsOfHow(input)],
  makes: (draft, { membership, newHolder }) => {
    const { body, role } = (draft.thing(membership)?.fields ?? {}) as Partial<Seat>;
    return body && role ? readsOfPerson(newHolder).map((person) => seatId(body, role, person)) : [];
  },
  apply: async (writing, input) => {
    const { from } = input;
    const old = writing.known(input.membership, ['memberships'], 'membership', 'a seat');
    const body = old?.fields['body'] as string | undefined;
    const person = await personOf(writing, input.newHolder, 'newHolder', body ? [body] : []);
    if (!namesThings(writing, input) || !dependsOnThings(writing, input.dependsOn) || !old || person === null) return;
    const other = await successorOf(writing, old.id);
    if (other && !isRepeated(other.fields, person, from)) {
      const required = `a seat that nobody has taken over: ${String(other.fields['person'])} did ${text(other.fields, 'from') ?? ''}`;
      writing.refuse('ALREADY_ENDED', [], required, { given: `${person} ${from}`, things: [old.id, other.id] });
      return;
    }
    const printed = isOverBy(old.fields, from) ? null : printedEnd(old.fields);
    if (!(await endsOld(writing, old, input))) return;
    if (other) {
      await sayAgain(writing, other, input);
      return;
    }
    const { own, pooled } = await placesOf(writing, old, person, from);
    const passage = await writing.passage();
    const role = old.fields['role'] as string;
    const began = input.began ?? (own.length + pooled.length > 0 ? 'SUBSTITUTE_MOVED_UP' : 'APPOINTED');
    const seat = { person, body: old.fields['body'] as string, role };
    const next = await saySeat(writing, input.id, seat, {
      ...{ ...seat, began },
      ...given({ title: input.title, term: old.fields['term'], office: old.fields['office'], district: input.district ?? old.fields['district'] }),
      ...datesOf(from, input.ends ?? printed, passage),
      ...depending(input.dependsOn, passage.source),
      ...appointment({ ...goingOn(old.fields, input), replaces: { membership: old.id } }, passage.source),
    });
    if (next === null) return;
    const movedUp = began === 'SUBSTITUTE_MOVED_UP' ? [...own, ...pooled] : own;
    for (const { id } of movedUp) await writing.carry('memberships', id, { until: from, open: null, over: null, ended: 'OTHER' }, 'CHANGED');
    await goOnForHolder(writing, { old: old.id, next, from }, movedUp);
  },
};

export const replacing = { replace };
