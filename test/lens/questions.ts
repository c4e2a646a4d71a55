import { changed } from './answers.js';
import { type Interval, type Period, inItsTime, certaintyDuring, certaintyOf, phaseOf } from './bounds.js';
import { plus } from './days.js';
import { RELATIONS, SUCCESSIONS, relationsOf, successionsOf } from './lineage.js';
import { type Model, type Relation, type Seat, type SeatFilter, inOrder, printed, strongest, sureness } from './model.js';
import { type Filter, representations } from './representations.js';
import type { Certainty } from './rows.js';
import type { Case } from './worlds.js';

/** A question on a day: what is asked, and what the model answers. */
export interface Question {
  field: string;
  selection: string;
  args: object;
  answer: unknown;
}

const INTERVAL = '{ fromMin fromMax untilMin untilMax open }';

/** An argument list as GraphQL writes it; enum values and names are told from texts by their case. */
const argument = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(argument).join(', ')}]`;
  if (typeof value === 'object' && value !== null) return `{ ${listed(value)} }`;
  return typeof value === 'string' && !/^[A-Z_]+$/.test(value) ? JSON.stringify(value) : String(value);
};
const listed = (args: object): string =>
  Object.entries(args)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${argument(value)}`)
    .join(', ');
export const called = (args: object): string => (listed(args) ? `(${listed(args)})` : '');

const idsOf = (ids: readonly string[]) => ids.map((id) => ({ id }));
const idOf = (id: string | null) => (id === null ? null : { id });
const bodyOf = (model: Model, id: string) => model.bodies.get(id) as { interval: Interval };
const people = (seats: readonly Seat[]): number => new Set(seats.map(({ person }) => person)).size;
/** What a row says of itself: on the day, or over the period of its list. */
const state = ({ id, interval }: Seat, day: string, during?: Period) => ({
  id,
  asOf: day,
  certainty: during ? certaintyDuring(interval, during.from, during.until) : certaintyOf(interval, day),
  phase: during ? 'CURRENT' : phaseOf(interval, day),
});
const partyOf = (model: Model, person: string, day: string) =>
  idOf(model.single(model.parties(person, day).map(({ to, certainty }) => ({ id: to, certainty }))));
const homesOf = (model: Model, person: string, day: string) =>
  idsOf(model.ranked(model.homes(person, day).map(({ to, certainty }) => ({ id: to, certainty }))));
const nameOf = (model: Model, id: string) => model.named.get(id)?.name;

/** A key is in no answer of the model: a test says what it must tell apart. */
const PERSON = `key asOf name party { id } municipalities { id }`;
const person = (model: Model, id: string, day: string) => ({
  asOf: day,
  name: nameOf(model, id),
  party: partyOf(model, id, day),
  municipalities: homesOf(model, id, day),
});

export const SEAT = `fragment seat on Membership { id key asOf certainty phase interval ${INTERVAL} party { id } person { id ${PERSON} } }`;
const asSeat = (model: Model, seat: Seat, day: string, during?: Period) => {
  const on = inItsTime(seat.interval, day, during);
  return {
    ...state(seat, day, during),
    interval: printed(seat.interval),
    party: partyOf(model, seat.person, on),
    person: { id: seat.person, ...person(model, seat.person, on) },
  };
};

const affiliations = (model: Model, id: string, day: string, all: boolean) =>
  inOrder(
    model.affiliations
      .filter((tie) => tie.person === id && (all || certaintyOf(tie.interval, day)))
      .map((tie) => [tie, sureness(certaintyOf(tie.interval, day)), tie.id]),
  ).map((tie) => ({ id: tie.id, asOf: day, certainty: certaintyOf(tie.interval, day), interval: printed(tie.interval), with: { id: tie.with } }));

/** A person as asked, with the lists under a filter. */
const personQuestion = (model: Model, day: string, id: string, filter: SeatFilter): Question => {
  const found = (which: SeatFilter) => model.seatsFor(day, which, { person: id });
  return {
    field: 'person',
    args: { id },
    selection: `{ ${PERSON}
      memberships { totalCount peopleCount nodes { id key asOf certainty phase role from until interval ${INTERVAL} } }
      some: memberships${called(filter)} { totalCount nodes { id key asOf certainty phase body { id phase } person { ${PERSON} } } }
      affiliations { id key asOf certainty interval ${INTERVAL} with { id } } ever: affiliations(all: true) { id key asOf certainty interval ${INTERVAL} with { id } } }`,
    answer: {
      ...person(model, id, day),
      memberships: {
        totalCount: found({}).length,
        peopleCount: people(found({})),
        nodes: found({}).map((seat) => ({
          ...state(seat, day),
          role: seat.role,
          from: seat.from ?? null,
          until: seat.until ?? null,
          interval: printed(seat.interval),
        })),
      },
      some: {
        totalCount: found(filter).length,
        nodes: found(filter).map((seat) => {
          const within = inItsTime(seat.interval, day, filter.during);
          return {
            ...state(seat, day, filter.during),
            body: { id: seat.body, phase: phaseOf(bodyOf(model, seat.body).interval, within) },
            person: person(model, id, within),
          };
        }),
      },
      affiliations: affiliations(model, id, day, false),
      ever: affiliations(model, id, day, true),
    },
  };
};

/** A body as asked, with its structure and its members under a filter. */
const bodyQuestion = (model: Model, day: string, id: string, filter: SeatFilter): Question => {
  const { interval } = bodyOf(model, id);
  const found = (which: SeatFilter) => model.seatsFor(day, which, { body: id });
  const listed = (which: SeatFilter) => ({
    totalCount: found(which).length,
    peopleCount: people(found(which)),
    nodes: found(which).map((seat) => asSeat(model, seat, day, which.during)),
  });
  const governs = model.single((model.exists(id, day) ? model.governing(id, day) : []).map(({ to, certainty }) => ({ id: to, certainty })));
  return {
    field: 'body',
    args: { id },
    selection: `{ key asOf phase existence ${INTERVAL} ${RELATIONS} ${SUCCESSIONS} covers { id } partOf { id } parts { id } governs { id } terms { id interval ${INTERVAL} }
      members { totalCount peopleCount nodes { ...seat } }
      some: members${called(filter)} { totalCount peopleCount nodes { ...seat } } }`,
    answer: {
      asOf: day,
      phase: phaseOf(interval, day),
      ...relationsOf(model, id, day),
      ...successionsOf(model, id, day),
      existence: printed(interval),
      governs: idOf(governs),
      covers: idsOf(model.related(day, 'COVERS', { subject: id })),
      partOf: idsOf(model.related(day, 'PART_OF', { subject: id })),
      parts: idsOf(model.related(day, 'PART_OF', { object: id })),
      terms: model.termsOf(id).map((term) => ({ id: term.id, interval: printed(term.interval) })),
      members: listed({}),
      some: listed(filter),
    },
  };
};

/** What is asked of every version of a seat: of its own bounds on the day, and what is below it on the nearest day of it. */
const historyOf = (states: readonly Model[], id: string, day: string) =>
  changed(
    states.flatMap((model) =>
      model.seats
        .filter((seat) => seat.id === id)
        .map((seat) => ({ ...state(seat, day), interval: printed(seat.interval), person: { asOf: inItsTime(seat.interval, day) } })),
    ),
  );

/** A seat by its id, and four levels below it: what is below a row out of force is seen on another day. */
const seatQuestion = (states: readonly Model[], day: string, id: string): Question => {
  const model = states.at(-1) as Model;
  const seat = model.seats.find((one) => one.id === id);
  const on = seat ? inItsTime(seat.interval, day) : day;
  const held = (of: string, at: string) => model.seatsFor(at, { all: true }, { person: of }).slice(0, 2);
  const before = model.seats.find((one) => one.id === seat?.appointment?.replaces?.membership);
  const sitting = (body: string, at: string) => model.seatsFor(at, {}, { body });
  return {
    field: 'node',
    args: { id },
    selection: `{ ... on Membership { ...seat history { id key asOf certainty phase interval ${INTERVAL} person { asOf } } predecessor { ...seat body { phase } } body { id phase members(first: 2) { nodes { id key asOf certainty phase person { ${PERSON}
      memberships(all: true, first: 2) { nodes { id key asOf certainty phase body { id phase members { nodes { id key asOf certainty phase person { ${PERSON} } } } } } } } } } } } }`,
    answer: seat
      ? {
          ...asSeat(model, seat, day),
          history: historyOf(states, id, day),
          predecessor: before
            ? { ...asSeat(model, before, day), body: { phase: phaseOf(bodyOf(model, before.body).interval, inItsTime(before.interval, day)) } }
            : null,
          body: {
            id: seat.body,
            phase: phaseOf(bodyOf(model, seat.body).interval, on),
            members: {
              nodes: sitting(seat.body, on)
                .slice(0, 2)
                .map((second) => {
                  return {
                    ...state(second, on),
                    person: {
                      ...person(model, second.person, on),
                      memberships: {
                        nodes: held(second.person, on).map((third) => {
                          const then = inItsTime(third.interval, on);
                          return {
                            ...state(third, on),
                            body: {
                              id: third.body,
                              phase: phaseOf(bodyOf(model, third.body).interval, then),
                              members: {
                                nodes: sitting(third.body, then).map((fourth) => ({ ...state(fourth, then), person: person(model, fourth.person, then) })),
                              },
                            },
                          };
                        }),
                      },
                    },
                  };
                }),
            },
          },
        }
      : null,
  };
};

/** A municipality as asked: who covers it, where it lies, and whose home it is. */
const placeQuestion = (model: Model, day: string, id: string): Question => {
  const single = (found: readonly Relation[], end: 'subject' | 'object') =>
    model.single(found.filter((one) => model.exists(one[end], day)).map((one) => ({ id: one[end], certainty: certaintyOf(one.interval, day) })));
  const at = (kind: string, end: 'subject' | 'object') => model.relations.filter((one) => one.kind === kind && one[end] === id);
  const homes = model.rows.people
    .filter((one) => model.homes(one.id, day).some(({ to }) => to === id))
    .map(({ id: person }) => ({
      id: person,
      certainty: strongest(
        null,
        ...model
          .homes(person, day)
          .filter(({ to }) => to === id)
          .map((tie) => tie.certainty),
      ) as Certainty,
    }));
  return {
    field: 'municipality',
    args: { id },
    selection: '{ region { id } council { id } coveredBy { id } people { totalCount nodes { id } } }',
    answer: {
      region: idOf(single(at('LIES_IN', 'subject'), 'object')),
      council: idOf(single(at('GOVERNS', 'object'), 'subject')),
      coveredBy: idsOf(model.related(day, 'COVERS', { object: id })),
      people: { totalCount: model.ranked(homes).length, nodes: idsOf(model.ranked(homes)) },
    },
  };
};

/** A tie to a party or municipality by its id: who holds one out of force is seen on the nearest day of it. */
const tieQuestion = (model: Model, day: string, id: string): Question => {
  const tie = model.affiliations.find((one) => one.id === id);
  return {
    field: 'node',
    args: { id },
    selection: `{ ... on Affiliation { id key asOf certainty interval ${INTERVAL} person { ${PERSON} } } }`,
    answer: tie
      ? {
          id,
          asOf: day,
          certainty: certaintyOf(tie.interval, day),
          interval: printed(tie.interval),
          person: person(model, tie.person, inItsTime(tie.interval, day)),
        }
      : null,
  };
};

/** Who belongs to a party: certain first, then by name. */
const partyQuestion = (model: Model, day: string, id: string, certainty?: Certainty[]): Question => {
  const sure = (one: string) =>
    strongest(
      null,
      ...model
        .parties(one, day)
        .filter(({ to }) => to === id)
        .map((tie) => tie.certainty),
    );
  const found = model.rows.people.filter(({ id: one }) => sure(one) && (!certainty || certainty.includes(sure(one) as Certainty)));
  const nodes = inOrder(found.map((one) => [{ id: one.id }, sureness(sure(one.id)), model.nameKey(one.id), one.id]));
  return {
    field: 'party',
    args: { id },
    selection: `{ members${called({ certainty })} { totalCount nodes { id } } }`,
    answer: { members: { totalCount: nodes.length, nodes } },
  };
};

const bodiesQuestion = (model: Model, day: string): Question => {
  const found = inOrder(
    [...model.bodies.values()]
      .filter(({ interval }) => certaintyOf(interval, day))
      .map((body) => [{ id: body.id }, sureness(certaintyOf(body.interval, day)), model.nameKey(body.id), body.id]),
  );
  return { field: 'bodies', args: {}, selection: '{ totalCount nodes { id } }', answer: { totalCount: found.length, nodes: found } };
};

/** Who sits in a body: the same people as among its members. */
const peopleQuestion = (model: Model, day: string, body: string): Question => ({
  field: 'people',
  args: { filter: { body } },
  selection: '{ totalCount }',
  answer: { totalCount: people(model.seatsFor(day, {}, { body })) },
});

const representationsQuestion = (model: Model, day: string, filter: Filter): Question => {
  const rows = representations(model, day, filter);
  return {
    field: 'representations',
    args: { filter },
    selection: '{ totalCount nodes { membership { id } principal { id } how certainty basis } }',
    answer: {
      totalCount: rows.length,
      nodes: rows.map(({ membership, principal, ...row }) => ({ membership: { id: membership }, principal: { id: principal }, ...row })),
    },
  };
};

const pick = <T>(from: readonly T[], at: number): T => from[at % from.length] as T;

/** Whom, where or who a case asks after. */
const filterOf = (model: Model, { person: who, body, place, party, anchor, how, certainty, basis, includeSubstitutes }: Case): Filter => {
  const { people: persons, bodies, municipalities, parties } = model.rows;
  const [home, where, ofParty] = [pick(municipalities, place).id, pick(bodies, body).id, pick(parties, party).id];
  const anchors: Filter[] = [
    { where },
    { who: pick(persons, who).id },
    { whom: pick([...bodies, ...municipalities, ...parties], anchor).id },
    { fromMunicipality: home },
    { ofParty },
    { fromMunicipality: home, ofParty },
    { where, whom: home },
    { where, ofParty },
    { whom: ofParty, fromMunicipality: home },
    { who: pick(persons, who).id, fromMunicipality: home },
  ];
  return { ...pick(anchors, anchor), how, certainty, basis, includeSubstitutes };
};

/** What a case asks of the last of the states of a record, on its day: of a person, of a body or of a seat, and of what lies around it. */
export const questionsOf = (states: readonly Model[], day: string, asked: Case): Question[] => {
  const model = states.at(-1) as Model;
  const {
    roles,
    certainty,
    includeSubstitutes,
    all,
    during: [from, length],
  } = asked;
  const filter = { roles, certainty, includeSubstitutes, all };
  const during = { during: { from, until: plus(from, length) }, certainty, includeSubstitutes };
  const [who, where] = [pick(model.rows.people, asked.person).id, pick(model.rows.bodies, asked.body).id];
  const kinds = [
    () => [
      personQuestion(model, day, who, asked.anchor % 2 ? filter : during),
      tieQuestion(model, day, `affiliation:a${asked.seat % 9}`),
      representationsQuestion(model, day, filterOf(model, asked)),
    ],
    () => [
      bodyQuestion(model, day, where, asked.anchor % 2 ? during : filter),
      bodiesQuestion(model, day),
      peopleQuestion(model, day, where),
      placeQuestion(model, day, pick(model.rows.municipalities, asked.place).id),
    ],
    () => [seatQuestion(states, day, `membership:m${asked.seat % 14}`), partyQuestion(model, day, pick(model.rows.parties, asked.party).id, certainty)],
  ];
  return pick(kinds, asked.kind)();
};

/** The days on which something in it begins or may, ends or may, and all other days that it knows. */
export const daysOf = (model: Model): string[] => {
  const bounds = [...model.seats, ...model.affiliations, ...model.relations, ...model.terms, ...model.bodies.values()].flatMap(
    ({ interval: { fromMin, fromMax, untilMin, untilMax } }) => [fromMin, fromMax, untilMin, untilMax],
  );
  return [...new Set([...bounds.filter((day) => day > '1000' && day < '9000'), '2020-02-29', '2024-02-29', '2022-06-21', '1950-05-05', '2090-01-01'])].sort();
};
