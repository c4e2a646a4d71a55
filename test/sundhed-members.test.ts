import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { checkFolders } from '../src/exchange/check.js';
import { bundledFolders } from '../src/exchange/data-sets.js';
import { seedFolders } from '../src/exchange/seed.js';
import { ask, seededGraph } from './world.js';

const MEMBERS = 'seeds/more/sundhed-members';

let graph: Graph;
beforeAll(async () => {
  graph = await seededGraph();
  await seedFolders(graph, [MEMBERS]);
});
afterAll(() => graph.close());

type Named = { id: string; name: string };
const namesOf = (all: Named[]): string[] => all.map(({ name }) => name);

test('the data sets that come along are valid together, each after those it builds on', async () => {
  const all = ['denmark', 'kkr', 'sundhed', 'valg-2025', 'sundhed-members'];
  expect((await checkFolders(bundledFolders(), null)).map(({ dataSet }) => dataSet)).toEqual(all);
});

test('a seat to come is neither current nor former, and one with an end to come is current', async () => {
  const seats = async (day: string) => {
    const { person } = await ask(
      graph,
      `{ person(id: "person:lars-gaardhoej", asOf: "${day}") { all: memberships(all: true) { nodes { body { id } phase certainty } } now: memberships { nodes { body { id } } } } }`,
    );
    const short = (id: string) => (id.includes('forberedende') ? 'preparing' : 'council');
    return {
      all: person.all.nodes
        .map(({ body, phase, certainty }: { body: Named; phase: string; certainty: string | null }) => `${short(body.id)} ${phase} ${certainty}`)
        .sort(),
      now: person.now.nodes.map(({ body }: { body: Named }) => short(body.id)),
    };
  };
  expect(await seats('2026-11-25')).toEqual({ all: ['council UPCOMING null', 'preparing CURRENT POSSIBLE'], now: ['preparing'] });
  expect(await seats('2027-01-01')).toEqual({ all: ['council CURRENT CERTAIN', 'preparing FORMER null'], now: ['council'] });
  expect((await seats('2029-12-31')).now).toEqual(['council']);
  expect((await seats('2030-01-01')).now).toEqual([]);
});

test('who sat in whatever came before Sundhedsråd Horsens', async () => {
  const { body } = await ask(
    graph,
    '{ body(id: "body:sundhedsraad-horsens", asOf: "2026-06-01") { id lineage { id name members(all: true, first: 500) { nodes { person { name } role } } } } }',
  );
  const before = body.lineage.slice(
    0,
    body.lineage.findIndex(({ id }: Named) => id === body.id),
  );
  expect(namesOf(before)).toEqual(['Horsensklyngen', 'Sundhedssamarbejdsudvalget i Region Midtjylland']);
  expect(before[0].members.nodes.map(({ person, role }: { person: Named; role: string }) => `${role} ${person.name}`)).toEqual([
    'CO_CHAIR Anders Kühnau',
    'CO_CHAIR Peter Sørensen',
    'MEMBER Frands Fischer',
    'MEMBER Hanne Roed',
    'MEMBER Henrik Qvist',
    'MEMBER Lone Jakobi',
    'MEMBER Ole Vind',
    'MEMBER Thrine Rimdal Nørgaard',
  ]);
});

test.each([
  ['person:lone-jakobi', 'sundhedsraad-horsens', ['MEMBER Horsensklyngen', 'MEMBER Sundhedsråd Horsens']],
  [
    'person:camilla-hove-lund',
    'sundhedsraad-midt-vestsjaelland',
    ['MEMBER Sundhedskoordinationsudvalget i Region Sjælland', 'CHAIR Sundhedsråd Midt- og Vestsjælland'],
  ],
  [
    'person:pernille-beckmann',
    'sundhedskoordinationsudvalget-region-sjaelland',
    ['MEMBER Sundhedskoordinationsudvalget i Region Sjælland', 'MEMBER Sundhedsråd Østsjælland og Øerne'],
  ],
])('the career of %s across the lineage of %s', async (person, body, expected) => {
  const { body: found } = await ask(graph, `{ body(id: "body:${body}") { lineage { id } } }`);
  const bodies = found.lineage.map(({ id }: Named) => id);
  const answer = await ask(
    graph,
    'query ($person: ID!, $bodies: [ID!]) { person(id: $person) { memberships(bodies: $bodies, all: true) { nodes { role body { id name } } } } }',
    { person, bodies },
  );
  const seats: { role: string; body: Named }[] = answer.person.memberships.nodes;
  expect(seats.sort((a, b) => bodies.indexOf(a.body.id) - bodies.indexOf(b.body.id)).map(({ role, body: { name } }) => `${role} ${name}`)).toEqual(expected);
});

describe('the 17 health councils', () => {
  test('have the number of members that is stated of them', async () => {
    const { bodies } = await ask(
      graph,
      `{ bodies(filter: { name: "sundhedsråd", kinds: [COMMITTEE] }, asOf: "2026-04-28") { nodes { id name
      members(includeSubstitutes: true, certainty: [CERTAIN]) { peopleCount } statements { nodes { subject value } } } } }`,
    );
    const councils = bodies.nodes.filter(({ id }: Named) => id.startsWith('body:sundhedsraad-'));
    expect(councils).toHaveLength(17);
    for (const { name, members, statements } of councils) {
      const stated = statements.nodes.find(({ subject }: { subject: string }) => subject === 'Medlemstal').value;
      expect([name, String(members.peopleCount)]).toEqual([name, stated]);
    }
  });

  test('what the register says of Middelfart and Billund contradicts itself, and both are kept', async () => {
    for (const id of ['middelfart', 'billund']) {
      const { statements } = await ask(
        graph,
        `{ statements(filter: { about: "municipality:${id}", text: "Sundhedsråd" }) { nodes { text conflictsWith { text } sources { quote } } } }`,
      );
      expect(statements.nodes).toHaveLength(2);
      const [one, other] = statements.nodes;
      expect([one.conflictsWith, other.conflictsWith]).toEqual([[{ text: other.text }], [{ text: one.text }]]);
    }
  });

  test('the rules of the graph find the two who represent a municipality that their council does not cover, and nobody else', async () => {
    const { integrity } = await ask(
      graph,
      '{ integrity(rules: ["home-covered", "seat-once", "seat-single", "seat-in-body", "seat-in-term", "body-lineage", "party-single"]) { rule on things { id } } }',
    );
    expect(
      integrity.map(({ rule, things }: { rule: string; things: Named[] }) => [
        rule,
        ...things
          .map(({ id }) => id)
          .filter((id) => /^(municipality|body):/.test(id))
          .sort(),
      ]),
    ).toEqual([
      ['home-covered', 'body:sundhedsraad-lillebaelt', 'municipality:middelfart'],
      ['home-covered', 'body:sundhedsraad-sydvestjylland', 'municipality:billund'],
    ]);
  });

  test('namesakes are two people, each with a party and municipality', async () => {
    const { people } = await ask(
      graph,
      '{ people(filter: { name: "Peter Larsen" }, asOf: "2026-04-28") { nodes { id party { name } municipalities { name } memberships(roles: [MEMBER]) { nodes { body { name } } } } } }',
    );
    expect(
      people.nodes.map(({ id, party, municipalities }: { id: string; party: Named; municipalities: Named[] }) => [id, party.name, ...namesOf(municipalities)]),
    ).toEqual([
      ['person:peter-larsen-aalborg', 'Socialistisk Folkeparti', 'Aalborg'],
      ['person:peter-larsen-thisted', 'Liberal Alliance', 'Thisted'],
    ]);
  });

  test('a letter that is a mistake makes no party, and one who left the party has none', async () => {
    const party = async (id: string, day: string) =>
      (await ask(graph, `{ person(id: "person:${id}", asOf: "${day}") { party { name } } }`)).person.party?.name ?? null;
    expect(await party('gitte-friberg-bomholdt', '2026-04-28')).toBe('Socialdemokratiet');
    expect([await party('cecilie-liv-hansen', '2025-11-18'), await party('cecilie-liv-hansen', '2026-04-28')]).toEqual(['Liberal Alliance', null]);
  });

  test('every row says where it comes from', async () => {
    const { interlocks } = await ask(
      graph,
      '{ interlocks(bodies: ["body:sundhedsraad-nordsjaelland", "body:sundhedsraad-koebenhavns-omegn-nord"], asOf: "2026-04-28") { person { name } memberships { role sources { quote document { date url } } } } }',
    );
    expect(interlocks.map(({ person }: { person: Named }) => person.name)).toEqual(['Stinus Lindgreen']);
    for (const { role, sources } of interlocks[0].memberships) {
      expect([role, sources[0].document.date]).toEqual(['VICE_CHAIR', '2026-04-28']);
      expect(sources[0].quote).toContain('Stinus Lindgreen (B, Næstformand / Regionsrådsmedlem)');
    }
  });
});
