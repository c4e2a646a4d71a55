import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { ask } from './world.js';

/** The tests that ask a graph, which is opened for them, who sits where, and whence. `implied`: the basis of a seat of which the minutes name only who took it over. */
export const asksWhatIsSo = (open: () => Promise<Graph>, implied = 'INFERRED'): void => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await open();
  });
  afterAll(() => graph.close());

  const KKR = 'body:kkr-syddanmark';
  const SSU = 'body:sundhedssamarbejdsudvalget';

  type Named = { name: string };
  const names = (all: Named[]): string[] => all.map(({ name }) => name);
  const byName = <T extends { person: Named }>(all: T[]): T[] => [...all].sort((a, b) => (a.person.name < b.person.name ? -1 : 1));

  test('1 Who represents KKR Syddanmark in Trafikselskabet Sydtrafik?', async () => {
    const { representations } = await ask(
      graph,
      `{ representations(filter: { where: "body:sydtrafik", whom: "${KKR}" }, asOf: "2022-06-21") {
      nodes { person { name municipalities { name } } how certainty basis membership { title from until firstObserved lastObserved interval { fromMin fromMax untilMin untilMax } } } } }`,
    );
    expect(representations.nodes).toEqual([
      {
        person: { name: 'Erik Lauritzen', municipalities: [{ name: 'Sønderborg' }] },
        how: ['REPRESENTS', 'APPOINTED_BY'],
        certainty: 'CERTAIN',
        basis: 'STATED',
        membership: {
          title: null,
          from: null,
          until: null,
          firstObserved: '2022-06-21',
          lastObserved: '2022-06-21',
          interval: { fromMin: null, fromMax: '2022-06-21', untilMin: '2022-06-22', untilMax: '2026-05-01' },
        },
      },
    ]);
  });

  test('2 Who represents KKR Syddanmark in RAR Fyn, and what title does he/she hold?', async () => {
    const { representations } = await ask(
      graph,
      `{ representations(filter: { where: "body:rar-fyn", whom: "${KKR}" }, asOf: "2022-06-21") { nodes { person { name municipalities { name } } membership { title role } } } }`,
    );
    expect(representations.nodes).toEqual([
      { person: { name: 'Kirsten Lundgaard', municipalities: [{ name: 'Faaborg-Midtfyn' }] }, membership: { title: null, role: 'REPRESENTATIVE' } },
    ]);
  });

  test('3 List all regional fora with the KKR member who reports from them (item 2.1).', async () => {
    const { representations } = await ask(
      graph,
      `{ representations(filter: { whom: "${KKR}", how: [REPRESENTS], roles: [REPRESENTATIVE] }, asOf: "2022-06-21") {
      nodes { body { name } certainty person { name municipalities { name } memberships(bodies: ["${KKR}"], roles: [MEMBER]) { totalCount } } } } }`,
    );
    const reporting = representations.nodes.filter((row: { certainty: string }) => row.certainty === 'CERTAIN');
    expect(
      reporting
        .map((row: { body: Named; person: { name: string; municipalities: Named[] } }) => [row.body.name, row.person.name, names(row.person.municipalities)[0]])
        .sort(),
    ).toEqual([
      ['Danmarks Erhvervsfremmebestyrelse', 'Johannes Lundsfryd Jensen', 'Middelfart'],
      ['Erhvervshus Fyn', 'Kenneth Muhs', 'Nyborg'],
      ['Erhvervshus Sydjylland', 'Mads Skau', 'Haderslev'],
      ['FynBus', 'Morten Andersen', 'Nordfyns'],
      ['RAR Fyn', 'Kirsten Lundgaard', 'Faaborg-Midtfyn'],
      ['RAR Sydjylland', 'Jørgen Popp Petersen', 'Tønder'],
      ['Sundhedskoordinationsudvalget', 'Mads Skau', 'Haderslev'],
      ['Syddansk EU-kontor', 'Mads Sørensen', 'Varde'],
      ['Sydtrafik', 'Erik Lauritzen', 'Sønderborg'],
    ]);
    expect(reporting.every((row: { person: { memberships: { totalCount: number } } }) => row.person.memberships.totalCount === 1)).toBe(true);
  });

  test('4 Who chairs the board of Erhvervshus Sydjylland, and who chairs Erhvervshus Fyn?', async () => {
    const chair = 'members(roles: [CHAIR]) { nodes { title certainty person { name } } }';
    const answer = await ask(
      graph,
      `{ sydjylland: body(id: "body:erhvervshus-sydjylland", asOf: "2022-06-21") { ${chair} } fyn: body(id: "body:erhvervshus-fyn", asOf: "2022-06-21") { ${chair} } }`,
    );
    const holder = (name: string) => ({ members: { nodes: [{ title: 'bestyrelsesformand', certainty: 'CERTAIN', person: { name } }] } });
    expect(answer).toEqual({ sydjylland: holder('Mads Skau'), fyn: holder('Kenneth Muhs') });
  });

  const SSU_MEMBERS = `{ body(id: "${SSU}", asOf: "2022-07-01") { members(roles: [MEMBER, VICE_CHAIR]) { peopleCount nodes { role title certainty
  person { name municipalities { name } memberships { nodes { role title body { name kind } } } } } } } }`;

  test('6 Which five people are the municipal representatives in Sundhedssamarbejdsudvalget, with cluster and role?', async () => {
    const { body } = await ask(graph, SSU_MEMBERS);
    expect(body.members.peopleCount).toBe(5);
    const members = byName(body.members.nodes.filter((row: { role: string }) => row.role === 'MEMBER')) as {
      certainty: string;
      person: { name: string; municipalities: Named[]; memberships: { nodes: { role: string; body: { name: string; kind: string } }[] } };
    }[];
    expect(
      members.map(({ certainty, person }) => [
        person.name,
        names(person.municipalities)[0],
        certainty,
        ...person.memberships.nodes.filter(({ body: { kind } }) => kind === 'HEALTH_CLUSTER').map(({ role, body: { name } }) => `${role} ${name}`),
      ]),
    ).toEqual([
      ['Johannes Lundsfryd Jensen', 'Middelfart', 'CERTAIN', 'CO_CHAIR Lillebæltklyngen'],
      ['Mads Skau', 'Haderslev', 'CERTAIN', 'CO_CHAIR Sønderjysk klynge'],
      ['Poul Erik Svendsen', 'Assens', 'CERTAIN', 'UNSTATED Fynklyngen'],
      ['Stephanie Storbank', 'Billund', 'CERTAIN', 'CO_CHAIR Sydvestjysk klynge'],
      ['Tommy Hummelmose', 'Odense', 'CERTAIN', 'CO_CHAIR Fynklyngen'],
    ]);
  });

  test('7 Who is vice chair of Sundhedssamarbejdsudvalget?', async () => {
    const { body } = await ask(
      graph,
      `{ body(id: "${SSU}", asOf: "2022-07-01") { members(roles: [CHAIR, VICE_CHAIR, CHAIRMANSHIP]) { nodes { role person { name } } } } }`,
    );
    expect(body.members.nodes).toEqual([{ role: 'VICE_CHAIR', person: { name: 'Mads Skau' } }]);
  });

  test('9 Who is chair and who is vice chair of KKR Syddanmark?', async () => {
    const { body } = await ask(
      graph,
      `{ body(id: "${KKR}", asOf: "2022-06-21") { members(roles: [CHAIR, VICE_CHAIR]) { nodes { role certainty person { name } } } } }`,
    );
    expect(body.members.nodes).toEqual([{ role: 'CHAIR', certainty: 'CERTAIN', person: { name: 'Johannes Lundsfryd Jensen' } }]);
  });

  test('10 Who chairs KKR Hovedstaden?', async () => {
    const { body } = await ask(
      graph,
      '{ body(id: "body:kkr-hovedstaden", asOf: "2023-09-08") { members(roles: [CHAIR, VICE_CHAIR, CHAIRMANSHIP]) { nodes { role certainty person { name aliases } } } } }',
    );
    expect(body.members.nodes).toEqual([
      { role: 'CHAIRMANSHIP', certainty: 'CERTAIN', person: { name: 'Karsten Längerich', aliases: ['Karsten Léngerich'] } },
      { role: 'CHAIRMANSHIP', certainty: 'CERTAIN', person: { name: 'Steen Christiansen', aliases: [] } },
    ]);
  });

  test("11 What was Johannes Lundsfryd Jensen's KKR role in September 2020 and in June 2022?", async () => {
    const seats = `memberships(bodies: ["${KKR}"], roles: [CHAIR, VICE_CHAIR]) { nodes { role title certainty from until } }`;
    const answer = await ask(
      graph,
      `{ in2020: person(id: "person:johannes-lundsfryd-jensen", asOf: "2020-09-08") { ${seats} } in2022: person(id: "person:johannes-lundsfryd-jensen", asOf: "2022-06-21") { ${seats} } }`,
    );
    expect(answer.in2020.memberships.nodes).toEqual([{ role: 'VICE_CHAIR', title: 'KKR-næstformand', certainty: 'CERTAIN', from: null, until: null }]);
    expect(answer.in2022.memberships.nodes).toEqual([{ role: 'CHAIR', title: 'KKR-formand', certainty: 'CERTAIN', from: null, until: null }]);
  });

  test('15 When did Andreas Møller leave Nye Borgerlige?', async () => {
    const { person } = await ask(
      graph,
      `{ person(id: "person:andreas-moeller", asOf: "2022-06-21") { party { name } affiliations(all: true) {
      with { name } until certainty interval { untilMin untilMax boundedBy { edge date cause by { id } } } sources { quote } } } }`,
    );
    expect(person.party).toBeNull();
    expect(person.affiliations).toEqual([
      {
        with: { name: 'Nye Borgerlige' },
        until: null,
        certainty: null,
        interval: { untilMin: null, untilMax: '2022-06-21', boundedBy: [{ edge: 'UNTIL', date: '2022-06-21', cause: 'OBSERVED', by: { id: 'doc:001' } }] },
        sources: [{ quote: expect.stringContaining('er trådt ud af Nye Borgerlige') }],
      },
    ]);
  });

  test('16 Since when has Erik Lauritzen represented KKR in Sydtrafik?', async () => {
    const { person } = await ask(
      graph,
      `{ person(id: "person:erik-lauritzen", asOf: "2022-06-21") { memberships(bodies: ["body:sydtrafik"]) { nodes { from fromBasis firstObserved lastObserved interval { fromMin fromMax } } } } }`,
    );
    expect(person.memberships.nodes).toEqual([
      { from: null, fromBasis: null, firstObserved: '2022-06-21', lastObserved: '2022-06-21', interval: { fromMin: null, fromMax: '2022-06-21' } },
    ]);
  });

  test('19 Was Johannes Lundsfryd Jensen still the DK2020 partnership-group representative in June 2022?', async () => {
    const { person } = await ask(
      graph,
      `{ person(id: "person:johannes-lundsfryd-jensen", asOf: "2022-06-21") { memberships(bodies: ["body:dk2020-partnerskabsgruppe"]) { nodes { from fromBasis lastObserved certainty } } } }`,
    );
    expect(person.memberships.nodes).toEqual([{ from: '2020-09-08', fromBasis: 'INFERRED', lastObserved: '2020-09-14', certainty: 'POSSIBLE' }]);
  });

  test('20 What term does the political working basis cover, and with what precision?', async () => {
    const { body } = await ask(
      graph,
      `{ body(id: "${KKR}", asOf: "2022-06-21") { terms { name calendar from until basis reason sources { quote document { id } } } } }`,
    );
    const own = (body.terms as { calendar: string | null; sources: object[] }[]).filter(({ calendar }) => calendar === null);
    expect(own).toHaveLength(2);
    expect(own[1]).toMatchObject({ name: 'Valgperioden 2022-2026', from: '2022', until: '2026', basis: 'STATED' });
    expect(own[1]?.sources[0]).toMatchObject({ document: { id: 'doc:002' }, quote: expect.stringContaining('valgperioden 2022-2026') });
  });

  const CHANGES = `{ person(id: "person:andreas-moeller", asOf: "2022-06-21") { memberships(all: true) { nodes {
  body { name } basis until certainty
  successor { from fromBasis person { name municipalities { name } party { letter } } appointment { replaces { id } agendaItem { number } decidedAt { date } }
    substitutes { person { name municipalities { name } party { letter } } } } } } } }`;

  test('21 Andreas Møller left Nye Borgerlige. What changed as a consequence?', async () => {
    const { person } = await ask(graph, CHANGES);
    const seats = person.memberships.nodes as {
      body: Named;
      basis: string;
      certainty: string | null;
      until: string | null;
      successor: { from: string; person: Named; substitutes: { person: Named }[]; appointment: { agendaItem: { number: string } } };
    }[];
    expect(
      seats.map(({ body, basis, certainty, until, successor }) => [
        body.name,
        basis,
        certainty,
        until,
        successor.person.name,
        successor.from,
        successor.substitutes.map(({ person: { name } }) => name),
        successor.appointment.agendaItem.number,
      ]),
    ).toEqual([
      ['KKR Syddanmark', 'STATED', null, null, 'Jonas René Jensen', '2022-06-21', ['Anja Karlsson'], '4.1'],
      ['KKR Syddanmarks forretningsudvalg', implied, null, null, 'Jonas René Jensen', '2022-06-21', [], '4.1'],
      ['Koordinationsudvalget for Tandlæger', 'STATED', null, '2022-06-21', 'Jack Odgaard', '2022-06-21', [], '4.1'],
    ]);
  });

  test('22 Which party letters do the changed seats carry before and after?', async () => {
    const { person } = await ask(graph, CHANGES);
    const letters = (
      person.memberships.nodes as { successor: { person: { party: { letter: string } }; substitutes: { person: { party: { letter: string } } }[] } }[]
    ).map(({ successor }) => [successor.person.party.letter, ...successor.substitutes.map((one) => one.person.party.letter)]);
    expect(letters).toEqual([['D', 'D'], ['D'], ['O']]);
    const before = await ask(graph, '{ person(id: "person:andreas-moeller", asOf: "2022-06-20") { party { name } affiliations { basis certainty } } }');
    expect(before.person).toEqual({ party: { name: 'Nye Borgerlige' }, affiliations: [{ basis: 'STATED', certainty: 'POSSIBLE' }] });
  });

  test('25 If Jonas René Jensen is absent from KKR, who steps in and where is that person from?', async () => {
    const { person } = await ask(
      graph,
      `{ person(id: "person:jonas-rene-jensen", asOf: "2022-06-21") { memberships(roles: [MEMBER]) { nodes { body { name } substitutes { role title
      person { name party { letter } municipalities { name } memberships { nodes { title body { name } } } } } } } } }`,
    );
    const seats = person.memberships.nodes as { body: Named; substitutes: unknown[] }[];
    expect(seats.map(({ body, substitutes }) => [body.name, substitutes.length])).toEqual([
      ['KKR Syddanmark', 1],
      ['KKR Syddanmarks forretningsudvalg', 0],
    ]);
    expect(seats[0]?.substitutes).toEqual([
      {
        role: 'SUBSTITUTE',
        title: 'suppleant',
        person: {
          name: 'Anja Karlsson',
          party: { letter: 'D' },
          municipalities: [{ name: 'Varde' }],
          memberships: { nodes: [{ title: 'byrådsmedlem', body: { name: 'Kommunalbestyrelsen i Varde' } }] },
        },
      },
    ]);
  });

  test('26 Which municipality is Andreas Møller a councillor in?', async () => {
    const { person } = await ask(
      graph,
      '{ person(id: "person:andreas-moeller", asOf: "2022-06-21") { municipalities { name } memberships(all: true, roles: [COUNCILLOR]) { totalCount } } }',
    );
    expect(person).toEqual({ municipalities: [], memberships: { totalCount: 0 } });
  });

  test('27 Which bodies did Sundhedssamarbejdsudvalget replace, and from when?', async () => {
    const { body } = await ask(
      graph,
      `{ body(id: "${SSU}", asOf: "2022-07-01") { existence { fromMin fromMax } predecessors { on basis predecessor { name phase existence { untilMax } } } } }`,
    );
    expect(body.existence).toEqual({ fromMin: '2022-07-01', fromMax: '2022-07-01' });
    const before = (name: string) => ({ on: '2022-07-01', basis: 'STATED', predecessor: { name, phase: 'FORMER', existence: { untilMax: '2022-07-01' } } });
    expect([...body.predecessors].sort((a, b) => (a.predecessor.name < b.predecessor.name ? -1 : 1))).toEqual([
      before('Praksisplanudvalget'),
      before('Sundhedskoordinationsudvalget'),
    ]);
  });

  test('30 How many seats does Sundhedssamarbejdsudvalget have for Region and municipalities, and how many holders are named?', async () => {
    const { body } = await ask(
      graph,
      `{ body(id: "${SSU}", asOf: "2022-07-01") { seats { by { name } count certain possible holders { person { name } } } } }`,
    );
    const seats = [...body.seats].sort((a, b) => (a.by.name < b.by.name ? -1 : 1));
    expect(seats).toMatchObject([
      { by: { name: 'KKR Syddanmark' }, count: 5, certain: 5, possible: 0 },
      { by: { name: 'Region Syddanmark' }, count: 5, certain: 0, possible: 0, holders: [] },
    ]);
  });

  test('31 Does KKR Syddanmark have a vacant seat after Andreas Møller left?', async () => {
    const { person } = await ask(
      graph,
      `{ person(id: "person:andreas-moeller", asOf: "2022-06-21") { memberships(bodies: ["${KKR}"], all: true) { nodes { interval { untilMax } successor { certainty interval { fromMin } substitutes { person { name } } person { name } } } } } }`,
    );
    expect(person.memberships.nodes).toEqual([
      {
        interval: { untilMax: '2022-06-21' },
        successor: {
          certainty: 'CERTAIN',
          interval: { fromMin: '2022-06-21' },
          person: { name: 'Jonas René Jensen' },
          substitutes: [{ person: { name: 'Anja Karlsson' } }],
        },
      },
    ]);
  });

  test('32 Is Stephanie Lose a member of the four clusters?', async () => {
    const { person } = await ask(
      graph,
      `{ person(id: "person:stephanie-lose", asOf: "2022-07-01") { memberships(roles: [MEMBER]) { nodes { body { name kind } basis reason certainty represents { name } appointedBy { name } appointment { exOfficio basis } } } } }`,
    );
    const seats = person.memberships.nodes as {
      body: { name: string; kind: string };
      basis: string;
      reason: string;
      appointment: { exOfficio: string; basis: string };
    }[];
    expect(seats.map(({ body }) => body.name)).toEqual(['Fynklyngen', 'Lillebæltklyngen', 'Sydvestjysk klynge', 'Sønderjysk klynge']);
    expect(
      seats.every(
        ({ basis, reason, appointment, body }) =>
          basis === 'INFERRED' && Boolean(reason) && Boolean(appointment.exOfficio) && appointment.basis === 'INFERRED' && body.kind === 'HEALTH_CLUSTER',
      ),
    ).toBe(true);
  });

  test('33 Which people are KKR forum representatives (item 2.1) and also sit in the SSU?', async () => {
    const answer = await ask(
      graph,
      `{ fora: representations(filter: { whom: "${KKR}", how: [REPRESENTS], roles: [REPRESENTATIVE], certainty: [CERTAIN] }, asOf: "2022-06-21") { nodes { person { id name } } }
       body(id: "${SSU}", asOf: "2022-06-21") { members(all: true) { nodes { phase person { id } } } } }`,
    );
    const members = new Set(answer.body.members.nodes.map(({ person }: { person: { id: string } }) => person.id));
    const both = answer.fora.nodes
      .filter(({ person }: { person: { id: string } }) => members.has(person.id))
      .map(({ person }: { person: Named }) => person.name);
    expect([...new Set(both)].sort()).toEqual(['Johannes Lundsfryd Jensen', 'Mads Skau']);
  });

  test('35 Which person chairs an erhvervshus board and is (designated) co-chair of a sundhedsklynge?', async () => {
    const { people } = await ask(
      graph,
      '{ people(filter: { roles: [CHAIR] }, asOf: "2022-06-21") { nodes { name memberships(all: true, roles: [CHAIR, CO_CHAIR]) { nodes { role phase body { id kind } appointment { designatedOn } } } } } }',
    );
    type Seat = { role: string; phase: string; body: { id: string; kind: string }; appointment: { designatedOn: string } | null };
    const both = (people.nodes as { name: string; memberships: { nodes: Seat[] } }[]).filter(
      ({ memberships: { nodes } }) =>
        nodes.some(({ role, body }) => role === 'CHAIR' && body.id.startsWith('body:erhvervshus-')) &&
        nodes.some(
          ({ role, phase, body, appointment }) =>
            role === 'CO_CHAIR' && phase === 'UPCOMING' && body.kind === 'HEALTH_CLUSTER' && appointment?.designatedOn === '2022-01-24',
        ),
    );
    expect(names(both)).toEqual(['Mads Skau']);
  });

  test('36 Which municipalities have more than one recorded person?', async () => {
    const { municipalities } = await ask(
      graph,
      '{ municipalities(first: 98, asOf: "2022-06-21") { totalCount nodes { name people { totalCount nodes { name } } } } }',
    );
    expect(municipalities.totalCount).toBe(98);
    const several = municipalities.nodes.filter(({ people }: { people: { totalCount: number } }) => people.totalCount > 1);
    expect(several.map(({ name, people }: { name: string; people: { nodes: Named[] } }) => [name, ...names(people.nodes)])).toEqual([
      ['Faaborg-Midtfyn', 'Jack Odgaard', 'Kirsten Lundgaard'],
      ['Middelfart', 'Johannes Lundsfryd Jensen', 'Jonas René Jensen'],
      ['Varde', 'Anja Karlsson', 'Mads Sørensen'],
    ]);
  });

  test('39 Which SSU representatives are mayors and which are not?', async () => {
    const { body } = await ask(
      graph,
      `{ body(id: "${SSU}", asOf: "2022-07-01") { members(roles: [MEMBER]) { nodes { person { name memberships(roles: [MAYOR, ALDERMAN, COMMITTEE_CHAIR]) { nodes { role title } } } } } } }`,
    );
    const offices = byName(body.members.nodes).map(({ person }) => [
      person.name,
      ...(person as unknown as { memberships: { nodes: { role: string }[] } }).memberships.nodes.map(({ role }) => role),
    ]);
    expect(offices).toEqual([
      ['Johannes Lundsfryd Jensen', 'MAYOR'],
      ['Mads Skau', 'MAYOR'],
      ['Poul Erik Svendsen', 'COMMITTEE_CHAIR'],
      ['Stephanie Storbank', 'MAYOR'],
      ['Tommy Hummelmose', 'ALDERMAN'],
    ]);
  });

  test('40 Is a substitute recorded for Jack Odgaard or for any of the five SSU representatives?', async () => {
    const answer = await ask(
      graph,
      `{ body(id: "${SSU}", asOf: "2022-07-01") { members { nodes { substitutes { id } } } }
       person(id: "person:jack-odgaard", asOf: "2022-07-01") { memberships { nodes { substitutes { id } } } }
       people(filter: { roles: [SUBSTITUTE] }, asOf: "2022-07-01") { nodes { name } } }`,
    );
    const seats = [...answer.body.members.nodes, ...answer.person.memberships.nodes] as { substitutes: unknown[] }[];
    expect(seats.flatMap(({ substitutes }) => substitutes)).toEqual([]);
    expect(names(answer.people.nodes)).toEqual(['Anja Karlsson']);
  });

  test('57 Quote the source for Johannes Lundsfryd Jensen being næstformand, with document and date.', async () => {
    const { person } = await ask(
      graph,
      `{ person(id: "person:johannes-lundsfryd-jensen", asOf: "2020-09-14") { memberships(bodies: ["${KKR}"], roles: [VICE_CHAIR]) { nodes { sources { quote lines document { id date title meeting { date } } } } } } }`,
    );
    expect(person.memberships.nodes[0].sources).toEqual([
      {
        quote:
          'Samtidig har KKR Syddanmark udpeget KKR-næstformand Johannes Lundsfryd Jensen som den syddanske repræsentant til DK2020s politiske og nationale partnerskabsgruppe.',
        lines: [31, 31],
        document: { id: 'doc:003', date: '2020-09-14', title: 'Nyhedsbrev september 2020, KKR Syddanmark', meeting: { date: '2020-09-08' } },
      },
    ]);
  });
};
