import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { ask } from './world.js';

/** The tests that ask a graph, which is opened for them, what was decided, and when. */
export const asksWhatWasDecided = (open: () => Promise<Graph>): void => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await open();
  });
  afterAll(() => graph.close());

  const KKR = 'body:kkr-syddanmark';
  const ITEM = 'item:kkr-syddanmark-2022-06-21';
  const ON_21_JUNE = 'from: "2022-06-21", until: "2022-06-22"';

  test('13 When does Sundhedssamarbejdsudvalget come into force, and when is its first meeting?', async () => {
    const { body } = await ask(
      graph,
      '{ body(id: "body:sundhedssamarbejdsudvalget", asOf: "2022-06-21") { phase existence { fromMin fromMax } meetings { nodes { title date timing basis } } } }',
    );
    expect(body).toEqual({
      phase: 'UPCOMING',
      existence: { fromMin: '2022-07-01', fromMax: '2022-07-01' },
      meetings: { nodes: [{ title: 'Sundhedssamarbejdsudvalgets første møde', date: '2022-08-16', timing: 'UPCOMING', basis: 'STATED' }] },
    });
  });

  test('28 What replaces Sundhedsstrategisk Forum, who approved it and when?', async () => {
    const { body, decisions } = await ask(
      graph,
      `{ body(id: "body:sundhedsstrategisk-forum", asOf: "2022-06-21") { successors { on successor { name } } }
       decisions(filter: { text: "Sundhedsdirektørforum" }) { nodes { body { name } outcome date } } }`,
    );
    expect(body.successors).toEqual([{ on: null, successor: { name: 'Sundhedsdirektørforum' } }]);
    expect(decisions.nodes).toEqual([{ body: { name: 'Kredsen af kommunaldirektører' }, outcome: 'APPROVED', date: null }]);
  });

  type Given = { municipality: { name: string }; value: number | null; printed: string };
  const allocated = async (): Promise<Given[]> =>
    (await ask(graph, '{ allocations(filter: { subject: "Flygtninge", year: 2023 }) { nodes { municipality { name } value printed } } }')).allocations.nodes;

  test('41 How many refugees was Odense allocated for 2023, and which municipality got the most?', async () => {
    const { municipality } = await ask(
      graph,
      '{ municipality(id: "municipality:odense", asOf: "2022-06-21") { allocations(year: 2023) { subject value printed } } }',
    );
    expect(municipality.allocations).toEqual([{ subject: 'Flygtninge', value: 14, printed: '14' }]);
    const most = (await allocated()).sort((a, b) => (b.value ?? 0) - (a.value ?? 0)).slice(0, 2);
    expect(most.map(({ municipality: { name }, value }) => [name, value])).toEqual([
      ['Odense', 14],
      ['Esbjerg', 13],
    ]);
  });

  test('42 Do the printed allocations add up to the printed total, and which municipalities have no number?', async () => {
    const all = await allocated();
    const { statements } = await ask(graph, `{ statements(filter: { about: "${ITEM}-3.8", text: "i alt" }) { nodes { value sources { quote } } } }`);
    expect(statements.nodes).toEqual([{ value: '135', sources: expect.arrayContaining([{ quote: 'Syddanmark i alt 135' }]) }]);
    expect(all.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(Number(statements.nodes[0].value));
    expect(
      all
        .filter(({ value }) => value === null)
        .map(({ municipality: { name }, printed }) => [name, printed])
        .sort(),
    ).toEqual([
      ['Fredericia', '-'],
      ['Tønder', '-'],
    ]);
  });

  test('43 What share of the national number goes to Syddanmark?', async () => {
    const { statements } = await ask(graph, '{ statements(filter: { about: "region:syddanmark", text: "flygtninge 2023" }) { nodes { value } } }');
    const values = (statements.nodes as { value: string }[]).map(({ value }) => Number(value));
    expect([...new Set(values)].sort()).toEqual([135, 550]);
    expect(((100 * Math.min(...values)) / Math.max(...values)).toFixed(1)).toBe('24.5');
  });

  test('45 How many frontrunner, Rul1 and Rul2 municipalities are there in DK2020 in Syddanmark, and does that cover all?', async () => {
    const { statements, body } = await ask(
      graph,
      `{ statements(filter: { text: "frontløberkommuner" }) { nodes { text value sources { quote } } } body(id: "${KKR}", asOf: "2022-06-21") { covers { id } } }`,
    );
    expect(statements.nodes).toHaveLength(1);
    expect(statements.nodes[0].sources).toContainEqual({ quote: 'I Syddanmark har vi fem frontløberkommuner, 14 kommuner i Rul1 og tre kommuner i Rul2.' });
    const counts = (statements.nodes[0].value as string).split(' + ').map(Number);
    expect(counts).toEqual([5, 14, 3]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(body.covers.length);
  });

  test('47 List all KKR Syddanmark meetings of 2022 mentioned, marking past and planned (as of 21 June 2022).', async () => {
    const { meetings } = await ask(
      graph,
      `{ meetings(filter: { body: "${KKR}", from: "2022-01-01", until: "2023-01-01" }, asOf: "2022-06-21") { nodes { date timing } } }`,
    );
    expect((meetings.nodes as { date: string; timing: string }[]).map(({ date, timing }) => [date, timing])).toEqual([
      ['2022-01-24', 'PAST'],
      ['2022-03-23', 'PAST'],
      ['2022-06-21', 'TODAY'],
      ['2022-09-07', 'UPCOMING'],
      ['2022-11-21', 'UPCOMING'],
    ]);
  });

  test('48 When are drafts and final result contracts for 2023 handled?', async () => {
    const { meetings, agreements } = await ask(
      graph,
      `{ meetings(filter: { timing: [UPCOMING] }, asOf: "2022-06-21") { nodes { date body { name } agendaItems { title planned } } }
       agreements(filter: { title: "resultatkontrakt 2023" }) { nodes { parties { name } from status } } }`,
    );
    type Planned = { date: string; body: { name: string }; agendaItems: { title: string; planned: boolean }[] };
    const handled = (meetings.nodes as Planned[]).flatMap(({ date, body, agendaItems }) =>
      agendaItems.filter(({ title, planned }) => planned && /resultatkontrakter/.test(title)).map(({ title }) => [date, body.name, title.split(' ')[0]]),
    );
    expect(handled).toEqual([
      ['2022-08-31', 'Kredsen af kommunaldirektører', 'Udkast'],
      ['2022-09-07', 'KKR Syddanmark', 'Udkast'],
      ['2022-11-11', 'Kredsen af kommunaldirektører', 'Endelig'],
      ['2022-11-21', 'KKR Syddanmark', 'Endelig'],
    ]);
    expect(
      (agreements.nodes as { parties: { name: string }[]; from: string }[]).map(({ parties, from }) => [from, ...parties.map(({ name }) => name).sort()]),
    ).toEqual([
      ['2023', 'Erhvervshus Fyn', 'KKR Syddanmark'],
      ['2023', 'Erhvervshus Sydjylland', 'KKR Syddanmark'],
    ]);
  });

  test('50 What did KKR ask for under 3.7, and where does it return?', async () => {
    const { node, decisions, meeting } = await ask(
      graph,
      `{ node(id: "${ITEM}-3.7") { ... on AgendaItem { decisions { outcome text } } }
       decisions(filter: { body: "${KKR}", text: "drift af erhvervshusene" }) { nodes { item { number } outcome text } }
       meeting(id: "meeting:kkr-syddanmark-2022-09-07") { agendaItems { title planned } } }`,
    );
    expect(node.decisions).toContainEqual({
      outcome: 'REQUESTED',
      text: expect.stringMatching(/på næste møde .* driftsøkonomien og antal ansatte for hvert erhvervshus/),
    });
    expect(decisions.nodes).toEqual([{ item: { number: '6.1' }, outcome: 'DECIDED', text: expect.stringContaining('til næste møde') }]);
    expect(meeting.agendaItems).toContainEqual({ title: 'Drift af erhvervshusene (økonomi og medarbejdere)', planned: true });
  });

  test('51 Which decisions involve the word "approve" (godkend-) on 21 June 2022?', async () => {
    const { decisions } = await ask(
      graph,
      `{ decisions(filter: { body: "${KKR}", ${ON_21_JUNE}, text: "godkend" }) { nodes { item { number } outcome text } } }`,
    );
    const approved = decisions.nodes as { item: { number: string }; outcome: string; text: string }[];
    expect(approved.map(({ item, outcome }) => [item.number, outcome])).toEqual(
      ['1.1', '3.3', '3.6', '3.6', '3.8', '3.9', '3.10'].map((number) => [number, 'APPROVED']),
    );
    expect(approved.at(-1)?.text).toContain('budget for 2023 og 2024');
  });

  test('52 Was the political working basis drafted, dated or approved on 2022-03-30?', async () => {
    const { document, decisions, statements } = await ask(
      graph,
      `{ document(id: "doc:002") { date }
       decisions(filter: { body: "${KKR}", text: "politisk arbejdsgrundlag" }) { nodes { date outcome } }
       statements(filter: { about: "doc:002", text: "konkretiseret" }) { nodes { date basis } } }`,
    );
    expect(document.date).toBe('2022-03-30');
    expect(decisions.nodes).toEqual([
      { date: '2022-01-24', outcome: 'DECIDED' },
      { date: '2022-06-21', outcome: 'APPROVED' },
    ]);
    expect(statements.nodes).toEqual([{ date: '2022-03-23', basis: 'INFERRED' }]);
  });

  test('53 Which meetings and events took place on or around 2 and 9 June 2022?', async () => {
    const { meetings, statements } = await ask(
      graph,
      `{ meetings(filter: { from: "2022-06-01", until: "2022-06-11" }, asOf: "2022-06-21") { nodes { date body { name } } }
       statements(filter: { about: "body:folketinget", text: "sundhedsklynger" }) { nodes { date basis reason } } }`,
    );
    expect((meetings.nodes as { date: string; body: { name: string } }[]).map(({ date, body }) => [date, body.name]).sort()).toEqual([
      ['2022-06-02', 'Kredsen af kommunaldirektører'],
      ['2022-06-02', 'RAR Sydjylland'],
      ['2022-06-09', 'RAR Fyn'],
    ]);
    expect(statements.nodes).toEqual([{ date: '2022-06-09', basis: 'INFERRED', reason: 'Trykt uden år; 2022 følger af sammenhængen.' }]);
  });

  test('60 Which body adopted the law on sundhedsklynger, and who concluded the agreement behind it?', async () => {
    const { statements, agreements } = await ask(
      graph,
      `{ statements(filter: { about: "body:sundhedssamarbejdsudvalget", text: "loven kraft" }) { nodes { date } }
       agreements(filter: { title: "sammenhæng og nærhed" }) { nodes { from parties { name } } } }`,
    );
    expect(statements.nodes).toEqual([{ date: '2022-07-01' }]);
    expect(
      (agreements.nodes as { from: string; parties: { name: string }[] }[]).map(({ from, parties }) => [from, ...parties.map(({ name }) => name).sort()]),
    ).toEqual([['2021-06', 'Danske Regioner', 'KL', 'Regeringen']]);
    const adopted = await ask(
      graph,
      '{ statements(filter: { about: "body:folketinget", text: "vedtog sundhedsloven" }) { nodes { date text sources { quote } } } }',
    );
    expect(adopted.statements.nodes).toMatchObject([
      { date: '2022-06-09', text: expect.stringContaining('Folketinget'), sources: [{ quote: expect.stringContaining('vedtaget i Folketinget den 9. juni') }] },
    ]);
  });
};
