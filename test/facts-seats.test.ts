import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { type Fact, type SeedRow, factsOf, rowsIn, seedRows, wrong } from './facts.js';
import { ask, seededGraph } from './world.js';

let graph: Graph;
beforeAll(async () => {
  graph = await seededGraph();
});
afterAll(() => graph.close());

type Id = { id: string };
interface Seat {
  person: Id;
  body: Id & { governs: Id | null };
  role: string;
  title: string | null;
  from: string | null;
  until: string | null;
  basis: string;
  represents: Id[];
  appointedBy: Id | null;
  predecessor: { person: Id } | null;
  substituteFor: { person: Id } | null;
  appointment: { designatedOn: string | null } | null;
}

const SEAT = `person { id } body { id governs { id } } role title from until basis represents { id } appointedBy { id } predecessor { person { id } }
  substituteFor { person { id } } appointment { designatedOn }`;
const seats = () => rowsIn<Seat>(graph, 'memberships', 'Membership', SEAT);

const ROLES: Record<string, string> = {
  chairOf: 'CHAIR',
  viceChairOf: 'VICE_CHAIR',
  coChairOf: 'CO_CHAIR',
  inChairmanshipOf: 'CHAIRMANSHIP',
  memberOf: 'MEMBER',
  wasMemberOf: 'MEMBER',
  representativeIn: 'REPRESENTATIVE',
  substituteFor: 'SUBSTITUTE',
  attachedTo: 'UNSTATED',
};
const OFFICES: Record<string, string> = {
  borgmester: 'MAYOR',
  rådmand: 'ALDERMAN',
  udvalgsformand: 'COMMITTEE_CHAIR',
  byrådsmedlem: 'COUNCILLOR',
  regionsrådsformand: 'CHAIR',
  direktør: 'DIRECTOR',
  rektor: 'DIRECTOR',
  sekretariatsleder: 'EMPLOYEE',
  investeringschef: 'EMPLOYEE',
};

describe('what was noted of seats', () => {
  test('memberships: who, where, in which role, from and until when, and how that is known', async () => {
    const of = await seats();
    const shown = (fact: Fact) => of(fact).map(({ person, body, role, from, until, basis }) => [person.id, role, body.id, from, until, basis]);
    const noted = ({ subject, predicate, object, start, end, basis }: Fact) => [
      [subject, ROLES[predicate], object, start?.value ?? null, end?.value ?? null, basis.toUpperCase()],
    ];
    expect(factsOf('membership').map((fact) => [fact.id, shown(fact)])).toEqual(factsOf('membership').map((fact) => [fact.id, noted(fact)]));
  });

  test('memberships: whom they represent and who appointed, where a body is named', async () => {
    const of = await seats();
    const named = (value: unknown): string[] => (String(value).startsWith('body:') ? [String(value)] : []);
    expect(
      wrong(
        (fact) => named(fact.attrs?.['represents']).every((id) => of(fact).every(({ represents }) => represents.some((one) => one.id === id))),
        'membership',
      ),
    ).toEqual([]);
    expect(
      wrong((fact) => named(fact.attrs?.['appointedBy']).every((id) => of(fact).every(({ appointedBy }) => appointedBy?.id === id)), 'membership'),
    ).toEqual([]);
  });

  test('offices and jobs: role, printed title, and the place or organisation', async () => {
    const of = await seats();
    const holds = (fact: Fact): boolean => {
      const printed = fact.role?.split(' (')[0] ?? '';
      return of(fact).some(
        ({ person, body, role, title }) =>
          person.id === fact.subject && (body.governs?.id ?? body.id) === fact.object && role === OFFICES[printed] && title === printed,
      );
    };
    expect(wrong((fact) => fact.object === null || holds(fact), 'office')).toEqual([]);
    const { statements } = await ask(graph, '{ statements(filter: { about: "person:andreas-moeller", text: "byrådsmedlem" }) { nodes { text } } }');
    expect(statements.nodes).toContainEqual({ text: 'Andreas Møller er byrådsmedlem; i hvilken kommune er ikke oplyst.' });
  });

  test('homes and parties', async () => {
    const of = await rowsIn<{ person: Id; with: Id; certainty: string | null; basis: string }>(
      graph,
      'affiliations',
      'Affiliation',
      'person { id } with { id } certainty basis',
    );
    const letters: Record<string, string> = { 'party:D': 'party:nye-borgerlige', 'party:O': 'party:dansk-folkeparti' };
    const holds = (fact: Fact): boolean =>
      of(fact).some(
        (tie) =>
          tie.person.id === fact.subject &&
          tie.with.id === (letters[String(fact.object)] ?? fact.object) &&
          (tie.certainty === null) === (fact.predicate === 'leftParty'),
      );
    expect(wrong((fact) => !fact.subject.startsWith('person:') || holds(fact), 'affiliation', 'party')).toEqual([]);
    expect(
      wrong(
        (fact) => fact.subject.startsWith('person:') || of(fact).every(({ with: party, basis }) => party.id === letters[fact.subject] && basis === 'INFERRED'),
        'party',
      ),
    ).toEqual([]);
  });

  test('changes of seats and appointments', async () => {
    const of = await seats();
    const before = (seat: Seat): string | undefined => (seat.predecessor ?? seat.substituteFor)?.person.id;
    expect(
      wrong(
        (fact) => !String(fact.object).startsWith('person:') || of(fact).some((seat) => seat.person.id === fact.subject && before(seat) === fact.object),
        'seatChange',
      ),
    ).toEqual([]);
    const appointed = (fact: Fact): boolean =>
      of(fact).some(
        (seat) =>
          seat.person.id === fact.object &&
          (!fact.subject.startsWith('body:') || seat.appointedBy?.id === fact.subject) &&
          (!fact.start?.value || [seat.from, seat.appointment?.designatedOn].includes(fact.start.value)),
      );
    expect(wrong((fact) => !String(fact.object).startsWith('person:') || appointed(fact), 'appointment')).toEqual([]);
  });
});

describe('what was noted of bodies and places', () => {
  test('who takes part in KKR Syddanmark, and what replaces what', async () => {
    const { body } = await ask(graph, '{ body(id: "body:kkr-syddanmark", asOf: "2022-06-21") { covers { id } } }');
    const covered = new Set((body.covers as Id[]).map(({ id }) => id));
    expect(wrong(({ predicate, subject }) => predicate !== 'participatesIn' || covered.has(subject), 'geography')).toEqual([]);
    expect(covered.size).toBe(22);
    const { nodes } = await ask(graph, 'query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Body { predecessors { on predecessor { id } } } } }', {
      ids: factsOf('succession').map(({ subject }) => subject),
    });
    const found = new Map((nodes as (Id & { predecessors: { on: string | null; predecessor: Id }[] })[]).map((one) => [one.id, one.predecessors]));
    expect(
      wrong(
        ({ subject, object, start }) => Boolean(found.get(subject)?.some(({ on, predecessor }) => predecessor.id === object && on === (start?.value ?? null))),
        'succession',
      ),
    ).toEqual([]);
  });

  test('how many seats one has the right to fill; what was superseded before the body exists is a statement', async () => {
    const rights = seedRows.filter(({ word }) => word === 'seats') as (SeedRow & { body: string; by: string })[];
    const { nodes } = await ask(graph, 'query ($ids: [ID!]!) { nodes(ids: $ids, asOf: "2022-07-01") { id ... on Body { seats { by { id } count } } } }', {
      ids: [...new Set(rights.map(({ body }) => body))],
    });
    const held = new Map((nodes as (Id & { seats: { by: Id; count: number }[] })[]).map(({ id, seats: all }) => [id, all]));
    const said = await rowsIn<{ value: string | null }>(graph, 'statements', 'Statement', 'value');
    const holds = (fact: Fact): boolean => {
      const seatsOf = rights.filter(({ facts }) => facts?.includes(fact.id));
      const counts = seatsOf.map(({ body, by }) => held.get(body)?.find((one) => one.by.id === by)?.count);
      return (
        (counts.length > 0 && counts.every((count) => count === fact.attrs?.['seats'])) ||
        said(fact).some(({ value }) => value === String(fact.attrs?.['seats']))
      );
    };
    expect(wrong((fact) => !fact.attrs?.['seats'] || holds(fact), 'quota')).toEqual([]);
  });
});
