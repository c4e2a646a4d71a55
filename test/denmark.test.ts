// All of Denmark: what comes along of those elected on 18 November 2025, and of the health councils.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedFolders } from '../src/exchange/seed.js';
import type { Graph } from '../src/graph/port.js';
import { checkGraph } from '../src/integrity/check.js';
import { toldIn } from '../src/integrity/told.js';
import { grouped } from '../src/record/grouped.js';
import { readRevision } from '../src/record/revision.js';
import { SEEDED } from './seeded.js';
import { ask, denmarkGraph } from './world.js';

interface Row {
  id: string;
  name: string;
  person: string;
  body: string;
  role: string;
  from?: string;
  began?: string;
  different?: string[];
  with: string;
  sizes: { from: string; maximum: number }[];
  aliases?: { text: string }[];
  sources: string[];
}
const rows = (word: string): Row[] => JSON.parse(readFileSync(`seeds/valg-2025/${word}.json`, 'utf8')) as Row[];

const memberships = rows('memberships');
/** Those that the election gave: the second council of Region Østdanmark is no seat won, and who came in since won none. */
const won = memberships.filter(
  ({ role, from, body, sources }) => role === 'COUNCILLOR' && !body.endsWith('regionsraadet-oestdanmark') && from === '2026-01-01' && sources.length > 0,
);
const isRegional = ({ body }: Row): boolean => /regionsraad/.test(body);

describe('those elected on 18 November 2025', () => {
  test('won 2,566 seats, 2,432 municipal and 134 regional, on 783 and 38 lists', () => {
    expect(won.every(({ began }) => began === 'ELECTED')).toBe(true);
    const lists = (some: Row[]): number => new Set(some.map(({ sources }) => sources[0])).size;
    const [regional, municipal] = [won.filter(isRegional), won.filter((seat) => !isRegional(seat))];
    expect([won.length, municipal.length, regional.length, lists(municipal), lists(regional)]).toEqual([2566, 2432, 134, 783, 38]);
  });

  test('are 2,516 people, of whom 50 are in both kinds of council', () => {
    const seats = [...grouped(won, ({ person }) => person).values()];
    const inBoth = seats.filter((all) => all.some(isRegional) && all.some((seat) => !isRegional(seat)));
    expect([seats.length, inBoth.length, seats.filter((all) => all.length > 1).length]).toEqual([2516, 50, 50]);
  });

  test.each([
    ['michael-christensen', 'aabenraa', 'faxe'],
    ['lars-hansen', 'billund', 'silkeborg'],
    ['jesper-larsen', 'broenderslev', 'soenderborg'],
    ['henrik-andersen', 'esbjerg', 'ringkoebing-skjern'],
    ['steffen-jensen', 'faaborg-midtfyn', 'halsnaes'],
    ['peter-nielsen', 'herlev', 'varde'],
    ['rune-kristensen', 'naestved', 'silkeborg'],
  ])('are two by the name of %s, in %s and %s', (name, ...places) => {
    const bodies = places.map((place) => `body:kommunalbestyrelse-${place}`);
    const ids = won.filter(({ person, body }) => bodies.includes(body) && person.startsWith(`person:${name}`)).map(({ person }) => person);
    expect([ids.length, new Set(ids).size]).toEqual([2, 2]);
  });

  test('are two by one name in a municipality and in a region too, where town and party differ', () => {
    const ids = won.filter(({ person }) => person.startsWith('person:poul-erik-jensen')).map(({ person, body }) => [person, body]);
    expect(ids).toEqual([
      ['person:poul-erik-jensen-koege', 'body:kommunalbestyrelse-koege'],
      ['person:poul-erik-jensen', 'body:regionsraadet-syddanmark'],
    ]);
  });

  test('have mayors in 97 municipalities: one in 93, and two announced in four', () => {
    const mayors = grouped(
      memberships.filter(({ role }) => role === 'MAYOR'),
      ({ body }) => body,
    );
    const contested = [...mayors].filter(([, all]) => all.length > 1).map(([body, all]) => [body, all.map(({ from }) => from)]);
    expect(mayors.size).toBe(97);
    expect(contested.sort()).toEqual(
      ['aalborg', 'lemvig', 'ringkoebing-skjern', 'slagelse'].map((place) => [`body:kommunalbestyrelse-${place}`, [undefined, undefined]]),
    );
    expect([...mayors.values()].flat()).toHaveLength(101);
  });

  test('say nothing of where anybody lives, nor of how to write to them', () => {
    const text = ['people', 'sources', 'memberships'].map((word) => JSON.stringify(rows(word))).join('');
    expect(text).not.toMatch(/@|sick|syg|barsel|Sdr\. Nærå|Kollund/);
  });
});

describe('all of Denmark', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await denmarkGraph();
  }, 300_000);
  afterAll(() => graph.close());

  test('has every seat of the election on the first day of the term', async () => {
    const { councils, all } = await ask(
      graph,
      `{ councils: bodies(filter: { kinds: [COUNCIL] }, asOf: "2026-01-01", first: 200) { nodes { id composition { filled { min max } } } }
         all: counts(filter: { kinds: [COUNCIL], roles: [COUNCILLOR] }, by: [ROLE], asOf: "2026-01-01") { memberships { min max } } }`,
    );
    expect(all).toEqual([{ memberships: { min: 2566, max: 2567 } }]);
    const sizes = new Map(rows('bodies').map(({ id, sizes: [size] }) => [id, size?.maximum]));
    const filled = councils.nodes.filter(({ id }: Row) => sizes.has(id));
    expect(filled).toHaveLength(102);
    for (const { id, composition } of filled) expect([id, composition.filled.min]).toEqual([id, sizes.get(id)]);
  });

  test('does not tell that anybody leaves a party as the term turns, and implies it of all who are tied to one by a seat', async () => {
    const left = 'from: "2029-12-31", until: "2030-01-01", filter: { kinds: [PARTY_LEFT] }';
    const { told, all } = await ask(graph, `{ told: events(${left}) { totalCount } all: events(${left}, untold: true) { totalCount } }`);
    expect([told.totalCount, all.totalCount]).toEqual([0, 2515]);
  });

  test('says of nobody who left a council that they left their party, and no longer that they are tied to it', async () => {
    const { held, left, events } = await ask(
      graph,
      `{ held: person(id: "person:pernille-soendergaard", asOf: "2026-01-01") { party { id } partyStatus }
         left: person(id: "person:pernille-soendergaard", asOf: "2026-02-01") { party { id } partyStatus }
         events(from: "2025-12-31", until: "2026-12-31", filter: { kinds: [PARTY_LEFT] }) { nodes { latest person { id } } } }`,
    );
    expect(held).toEqual({ party: { id: 'party:moderaterne' }, partyStatus: 'PARTY' });
    expect(left).toEqual({ party: null, partyStatus: 'UNKNOWN' });
    expect(events.nodes.map(({ person }: { person: { id: string } }) => person.id)).toEqual(['person:cecilie-liv-hansen', 'person:vibeke-gamst']);
  });

  test.each([
    ['valg.dk', '894115e8-a91f-433d-a7f0-5a927bcb4773', 'person:kurt-scheelsbeck'],
    ['valg.dk', 'b2940124-eecc-4cc6-8486-05e73cfe8c63', 'party:det-konservative-folkeparti'],
    ['wikidata', 'Q217321', 'party:venstre'],
    ['kommunekode', '0580', 'municipality:aabenraa'],
    ['dagi', '389103', 'municipality:koebenhavn'],
    ['regionskode', '1083', 'region:syddanmark'],
    ['nuts', 'DK03', 'region:syddanmark'],
    ['iso-3166-2', 'DK-84', 'region:hovedstaden'],
  ])('is found by the identifiers of others: %s %s', async (scheme, value, id) => {
    expect(await ask(graph, `{ find(scheme: "${scheme}", value: "${value}") { id } }`)).toEqual({ find: { id } });
  });

  test('has one region in the place of two from 2027 on', async () => {
    const { last, regions, first } = await ask(
      graph,
      `{ last: region(id: "region:hovedstaden", asOf: "2026-12-31") { phase successors { id } }
         regions(asOf: "2027-01-01") { id }
         first: region(id: "region:hovedstaden", asOf: "2027-01-01") { phase successors { id predecessors { id } } } }`,
    );
    expect(last).toEqual({ phase: 'CURRENT', successors: [] });
    expect(regions.map(({ id }: Row) => id).sort()).toEqual(['midtjylland', 'nordjylland', 'oestdanmark', 'syddanmark'].map((id) => `region:${id}`));
    expect(first).toEqual({
      phase: 'FORMER',
      successors: [{ id: 'region:oestdanmark', predecessors: [{ id: 'region:hovedstaden' }, { id: 'region:sjaelland' }] }],
    });
  });

  test('says of all who share a name that they are not the same', () => {
    const people = rows('people');
    const called = people.flatMap(({ id, name, aliases = [] }) => [name, ...aliases.map(({ text }) => text)].map((text) => ({ text, id })));
    const shared = [...grouped(called, ({ text }) => text).values()].map((all) => [...new Set(all.map(({ id }) => id))]).filter(({ length }) => length > 1);
    const apart = rows('merges').map(({ different }) => different);
    expect(shared.filter((ids) => !apart.some((all) => ids.every((id) => all?.includes(id))))).toEqual([]);
    expect(apart).toHaveLength(20);
  });

  test('has two announced as mayor of Slagelse, each with the other as conflict', async () => {
    const { body } = await ask(
      graph,
      `{ body(id: "body:kommunalbestyrelse-slagelse", asOf: "2026-02-01") { members(roles: [MAYOR]) { nodes { certainty person { name } conflicts { field value } } } } }`,
    );
    expect(body.members.nodes).toEqual([
      { certainty: 'POSSIBLE', person: { name: 'Henrik Brodersen' }, conflicts: [{ field: 'person', value: 'Knud Vincents' }] },
      { certainty: 'POSSIBLE', person: { name: 'Knud Vincents' }, conflicts: [{ field: 'person', value: 'Henrik Brodersen' }] },
    ]);
  });

  test('has an acting mayor in Høje-Taastrup on the day on which a list shows one', async () => {
    const { node } = await ask(
      graph,
      `{ node(id: "membership:kommunalbestyrelse-hoeje-taastrup-councillor-kurt-scheelsbeck", asOf: "2026-04-28") { ... on Membership {
         stoodIn { certainty holder { role person { name } } } } } }`,
    );
    expect(node.stoodIn).toEqual([{ certainty: 'CERTAIN', holder: { role: 'MAYOR', person: { name: 'Michael Ziegler' } } }]);
  });

  test('contradicts itself where two sources do: which health council Middelfart and Billund are in', async () => {
    const findings = (await checkGraph(graph)).filter(({ verdict }) => verdict !== 'UNDECIDED');
    expect(findings.map(({ rule, things }) => [rule, things[0]])).toEqual([
      ['home-covered', 'membership:sundhedsraad-lillebaelt-member-karin-riishede'],
      ['home-covered', 'membership:sundhedsraad-sydvestjylland-member-birthe-nielsen'],
    ]);
    expect([...(await toldIn(graph, findings)).values()]).toEqual(['statement:sundhed-middelfart-medlem', 'statement:sundhed-billund-medlem']);
  });

  test('is not written a second time', async () => {
    const before = await readRevision(graph);
    await seedFolders(graph, SEEDED.all());
    expect(await readRevision(graph)).toEqual(before);
  });
});
