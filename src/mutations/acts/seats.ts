import { isDeepStrictEqual } from 'node:util';
import type { AppointInput, EndInput, ReplaceInput } from '../../generated/api.js';
import * as queries from '../../generated/queries.js';
import { NEVER, NOW } from '../../record/time.js';
import { type PartialDate, endSpanOf, spanOf } from '../../time/partial.js';
import { EVER } from '../../time/in-force.js';
import { appointmentId, membershipId } from '../../words/appointments/ids.js';
import { datesOf, endFields, endsBefore, untilOf } from '../dates.js';
import type { Fields, Thing } from '../draft.js';
import { seatId } from '../ids.js';
import type { Act, Writing } from './act.js';
import { personOf, readsOfPerson } from './people.js';

const text = (fields: Fields, key: string): string | null => (fields[key] as string | undefined) ?? null;

/** What is given of some fields. */
const given = (fields: Fields): Fields => Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null));

const howOf = (fields: Fields): Fields => (fields['appointment'] ?? {}) as Fields;

interface Seat {
  person: string;
  body: string;
  role: string;
}

/** Seats of somebody in a body and role, as recorded and as the entry makes them. */
const seatsLike = async ({ draft }: Writing, { person, body, role }: Seat): Promise<Thing[]> => {
  const [recorded] = await draft.reader.read(queries.memberships.byPersonIds, { ids: [person], ...EVER, knownAt: NOW });
  const ids = (recorded?.seats ?? []).filter(({ m }) => m.body === body && m.role === role).map(({ m }) => m.id);
  await draft.load(ids);
  const known = ids.flatMap((id) => draft.thing(id) ?? []);
  const made = [...draft.said()].filter(({ id, word }) => word === 'memberships' && !ids.includes(id));
  return [...known, ...made].filter(({ fields }) => fields['person'] === person && fields['body'] === body && fields['role'] === role);
};

const firstOf = (fields: Fields): string => (text(fields, 'from') ? spanOf(text(fields, 'from') as PartialDate).first : '');
const lastOf = (fields: Fields): string => (text(fields, 'until') ? endSpanOf(text(fields, 'until') as PartialDate).last : '9999-12-31');

/** Whether a seat that is recorded is the one that is meant: they begin alike, or their days overlap. */
const isMeant = (known: Fields, said: Fields): boolean => known['from'] === said['from'] || (firstOf(known) < lastOf(said) && firstOf(said) < lastOf(known));

/** What a seat that is said says otherwise than the one that is recorded: the fields. */
const contradicted = (known: Fields, said: Fields): string[] =>
  Object.keys(said).filter(
    (key) =>
      !['open', 'seen', 'narrowed', 'reason', 'undated', 'appointment', 'dependsOn'].includes(key) &&
      known[key] !== undefined &&
      !isDeepStrictEqual(known[key], said[key]),
  );

const principal = (id: string | null | undefined): Fields | undefined => (id == null ? undefined : { principal: id });

/** How a seat came about, with the source of what says so. */
const sourced = (how: Fields, source: string): Fields =>
  Object.fromEntries(
    Object.entries(given(how)).map(([key, value]): [string, unknown] => {
      if (Array.isArray(value)) return [key, value.map((one: Fields) => ({ ...one, sources: [source] }))];
      return [key, typeof value === 'object' ? { ...(value as Fields), sources: [source] } : value];
    }),
  );

const isEmpty = (fields: Fields): boolean => Object.keys(fields).length === 0;

const appointment = (how: Fields, source: string): Fields => (isEmpty(given(how)) ? {} : { appointment: sourced(how, source) });

const appoint: Act<AppointInput> = {
  reads: (input) => [
    input.id,
    ...readsOfPerson(input.person),
    ...[input.body, input.term, input.by, input.delegatedBy, input.nominatedBy, input.decidedAt, input.substituteFor, input.substituteOf, input.replaces],
    ...(input.represents ?? []),
    ...(input.dependsOn ?? []),
  ],
  apply: async (writing, input) => {
    const { draft } = writing;
    const body = writing.known(input.body, ['bodies'], 'body', 'a body');
    const person = await personOf(writing, input.person, 'person');
    if (!body || person === null) return;
    const until = input.ends ? untilOf(input.ends) : null;
    if (until !== null && endsBefore(input.from, until)) {
      writing.refuse('ENDS_BEFORE_IT_BEGINS', ['ends'], `an end after ${String(input.from)}`, { given: until });
      return;
    }
    const passage = await writing.passage();
    const { substituteFor, substituteOf, replaces, decidedAt, rank } = input;
    const how = {
      designatedOn: input.designatedOn,
      exOfficio: input.exOfficio,
      by: principal(input.by),
      delegatedBy: principal(input.delegatedBy),
      nominatedBy: principal(input.nominatedBy),
      represents: input.represents?.map((id) => ({ principal: id })),
      substituteFor: substituteFor == null ? undefined : given({ membership: substituteFor, rank }),
      substituteOf: substituteOf == null ? undefined : given({ principal: substituteOf, rank }),
      replaces: replaces == null ? undefined : { membership: replaces },
      decidedAt: decidedAt == null ? undefined : { at: decidedAt },
    };
    const seat = { person, body: body.id, role: input.role };
    const dates = datesOf(input.from ?? null, input.ends, passage);
    const said: Fields = {
      ...seat,
      ...given({ title: input.title, term: input.term, district: input.district, began: input.began, declined: input.declined || null }),
      ...(input.declined ? given({ from: input.from }) : dates),
      ...(input.dependsOn?.length && { dependsOn: input.dependsOn.map((on) => ({ on, sources: [passage.source] })) }),
      ...appointment(how, passage.source),
    };
    const like = await seatsLike(writing, seat);
    const known = (input.id != null && draft.thing(input.id)) || like.find(({ fields }) => isMeant(fields, said));
    if (!known) {
      const id = input.id ?? (await draft.free(seatId(body.id, input.role, person)));
      await writing.say('memberships', id, said, 'CHANGED');
      return;
    }
    const otherwise = contradicted(known.fields, said);
    if (otherwise.length > 0) {
      const required = `the seat as it is recorded, whose ${otherwise.join(', ')} is ${otherwise.map((key) => String(known.fields[key])).join(', ')}`;
      writing.refuse('ALREADY_HELD', [], required, { given: otherwise.map((key) => String(said[key])).join(', '), things: [known.id] });
      return;
    }
    const opens = dates['open'] === true && known.fields['until'] === undefined && known.fields['over'] === undefined;
    const news = Object.fromEntries(Object.entries(said).filter(([key]) => known.fields[key] === undefined && (key !== 'open' || opens)));
    await writing.say('memberships', known.id, news, 'LEARNT');
  },
};

/** Ends a seat on a day; what ended so already only gains the source. Returns whether it can. */
const endSeat = async (writing: Writing, seat: Thing, input: EndInput, field: string[]): Promise<boolean> => {
  const until = untilOf(input.ends);
  const ended = text(seat.fields, 'ended');
  const known = text(seat.fields, 'until');
  if (ended !== null && until !== null && (known !== until || ended !== input.cause)) {
    writing.refuse('ALREADY_ENDED', field, `a seat that has not ended: it ended ${known ?? ''} (${ended})`, {
      given: `${until} (${String(input.cause)})`,
      things: [seat.id],
    });
    return false;
  }
  if (until !== null && endsBefore(text(seat.fields, 'from'), until)) {
    writing.refuse('ENDS_BEFORE_IT_BEGINS', [...field, 'ends'], `an end after ${text(seat.fields, 'from') ?? ''}`, { given: until, things: [seat.id] });
    return false;
  }
  const own = writing.draft.editors(seat.id);
  await writing.say('memberships', seat.id, { ...endFields(own, input.ends, await writing.passage(), writing.draft.today), ended: input.cause }, 'CHANGED');
  return true;
};

const end: Act<EndInput> = {
  reads: ({ thing }) => [thing],
  apply: async (writing, input) => {
    const seat = writing.known(input.thing, ['memberships'], 'thing', 'something dated');
    if (!seat) return;
    if (input.cause == null) writing.refuse('MISSING', ['cause'], 'why the seat ends');
    else await endSeat(writing, seat, input, []);
  },
};

/** The seat that has taken the place of another; null: none has. */
const successorOf = async ({ draft }: Writing, seat: string): Promise<Thing | null> => {
  const recorded = await draft.reader.read(queries.record.edgesTo, { ids: [appointmentId(seat)], never: NEVER });
  const ids = recorded.filter(({ id }) => id.startsWith('replaces:')).map(({ other }) => membershipId(other));
  await draft.load(ids);
  const all = [...ids.flatMap((id) => draft.thing(id) ?? []), ...draft.said()];
  return all.find(({ fields }) => (howOf(fields)['replaces'] as Fields | undefined)?.['membership'] === seat) ?? null;
};

/** What of how a seat came about goes on with who replaces its holder: whom it represents, and who appoints to it. */
const goingOn = (how: Fields, nominatedBy: string | null | undefined): Fields => {
  const nominator = (how['nominatedBy'] as { principal: string } | undefined)?.principal;
  const kept = nominator?.startsWith('party:') ? undefined : nominator;
  const principalOf = (key: string): Fields | undefined => principal((how[key] as { principal: string } | undefined)?.principal);
  return {
    by: principalOf('by'),
    delegatedBy: principalOf('delegatedBy'),
    nominatedBy: principal(nominatedBy ?? kept),
    represents: (how['represents'] as { principal: string }[] | undefined)?.map(({ principal: id }) => ({ principal: id })),
  };
};

const replace: Act<ReplaceInput> = {
  reads: (input) => [
    input.id,
    input.membership,
    ...readsOfPerson(input.newHolder),
    ...[input.nominatedBy, input.decidedAt],
    ...(input.represents ?? []),
    ...(input.dependsOn ?? []),
  ],
  apply: async (writing, input) => {
    const { draft } = writing;
    const old = writing.known(input.membership, ['memberships'], 'membership', 'a seat');
    const person = await personOf(writing, input.newHolder, 'newHolder');
    if (!old || person === null) return;
    const other = await successorOf(writing, old.id);
    if (other && (other.fields['person'] !== person || other.fields['from'] !== input.from)) {
      const required = `a seat that nobody has taken over: ${String(other.fields['person'])} did ${text(other.fields, 'from') ?? ''}`;
      writing.refuse('ALREADY_ENDED', [], required, { given: `${person} ${input.from}`, things: [old.id, other.id] });
      return;
    }
    const until = text(old.fields, 'until');
    const isOver = until !== null && endSpanOf(until).last <= spanOf(input.from).first;
    const isDone = other !== null || (isOver && text(old.fields, 'ended') !== null);
    if (!isDone && !(await endSeat(writing, old, { thing: old.id, ends: { until: input.from }, cause: input.cause }, []))) return;
    const passage = await writing.passage();
    const ends = input.ends ?? (until !== null && text(old.fields, 'ended') === null && !isOver ? { until } : null);
    const { body, role } = old.fields as unknown as Seat;
    const how = {
      ...goingOn(howOf(old.fields), input.nominatedBy),
      ...given({
        represents: input.represents?.map((id) => ({ principal: id })),
        decidedAt: input.decidedAt == null ? null : { at: input.decidedAt },
      }),
      replaces: { membership: old.id },
    };
    const said: Fields = {
      ...{ person, body, role, began: input.began ?? 'APPOINTED' },
      ...given({ title: input.title, term: old.fields['term'], office: old.fields['office'], district: input.district ?? old.fields['district'] }),
      ...datesOf(input.from, ends, passage),
      ...(input.dependsOn?.length && { dependsOn: input.dependsOn.map((on) => ({ on, sources: [passage.source] })) }),
      ...appointment(how, passage.source),
    };
    if (other) await writing.say('memberships', other.id, {}, 'LEARNT');
    else await writing.say('memberships', input.id ?? (await draft.free(seatId(body, role, person))), said, 'CHANGED');
  },
};

export const seats = { appoint, end, replace };
