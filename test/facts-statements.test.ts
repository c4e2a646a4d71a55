import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { type Fact, factsOf, rowsIn, seedRows, wrong } from './facts.js';
import { ask, seededGraph } from './world.js';

interface Statement {
  about: { id: string; name?: string; title?: string; number?: string | null }[];
  subject: string;
  text: string;
  value: string | null;
  date: string | null;
  basis: string;
  sources: { quote: string; document: { id: string } }[];
}

const FIELDS = `about { id ... on Principal { name } ... on Person { name } ... on AgendaItem { number title } ... on Document { title } ... on Agreement { title } }
  subject text value date basis sources { quote document { id } }`;

let graph: Graph;
let all: (Statement & { id: string })[];
let of: (fact: Fact) => Statement[];
beforeAll(async () => {
  graph = await seededGraph();
  of = await rowsIn<Statement>(graph, 'statements', 'Statement', FIELDS);
  const ids = seedRows.filter(({ word }) => word === 'statements').map(({ id }) => id);
  all = (await ask(graph, `query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Statement { ${FIELDS} } } }`, { ids })).nodes;
});
afterAll(() => graph.close());

const NUMBER_WORDS: Record<string, string> = { '1': 'ét|en|et', '2': 'to', '3': 'tre', '4': 'fire', '5': 'fem', '6': 'seks', '8': 'otte', '9': 'ni' };
const numbersIn = (text: string): string[] => text.match(/\d[\d.,]*\d|\d/g) ?? [];
const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];

/** What a statement rests on: its passages, and the names of what it is about. */
const restsOn = ({ sources, about, subject }: Statement): string =>
  [...sources.map(({ quote }) => quote), ...about.map(({ name, title, number }) => [number, title, name].join(' ')), subject].join(' ');
const gives = (text: string, number: string): boolean => text.includes(number) || wordsIn(text).some((word) => NUMBER_WORDS[number]?.split('|').includes(word));

/** An amount in kroner as printed: 208.216 kr., 0,2 mia. kr. */
const kroner = (printed: string): number =>
  Math.round(Number(numbersIn(printed)[0]?.replaceAll('.', '').replace(',', '.')) * (/mia\./.test(printed) ? 1e9 : /mio\./.test(printed) ? 1e6 : 1));

const STATED = ['statement', 'policy', 'event', 'finance', 'body', 'document', 'allocation', 'geography', 'office', 'case'];

describe('what was noted and is no edge', () => {
  test('is about the thing that was noted', () => {
    const known = /^(person|body|municipality|region|doc):(?!kkr \(general\)|erhvervshus-boards)/;
    expect(wrong((fact) => !known.test(fact.subject) || of(fact).every(({ about }) => about.some(({ id }) => id === fact.subject)), ...STATED)).toEqual([]);
  });

  test('events have their date, and one whose year only follows says so', () => {
    const dated = (fact: Fact): boolean => !/^\d/.test(fact.start?.value ?? '');
    expect(wrong((fact) => dated(fact) || of(fact).every(({ date }) => date === fact.start?.value), 'event')).toEqual([]);
    expect(wrong((fact) => fact.start?.basis !== 'inferred year' || of(fact).every(({ basis }) => basis === 'INFERRED'), 'event', 'body')).toEqual([]);
  });

  test('amounts, totals and numbers are those that were noted', () => {
    expect(wrong((fact) => !fact.attrs?.['amount'] || of(fact).some(({ value }) => kroner(value ?? '') === fact.attrs?.['amount']), 'finance')).toEqual([]);
    expect(wrong((fact) => fact.predicate !== 'refugees2023Total' || of(fact).some(({ value }) => value === String(fact.object)), 'allocation')).toEqual([]);
    const noted = /^(caseId|documentId|page|pages|year|url.*)$/;
    expect(wrong((fact) => !noted.test(fact.predicate) || of(fact).some(({ value }) => value === String(fact.object)), 'document')).toEqual([]);
    expect(wrong((fact) => fact.predicate !== 'year' || of(fact).every(({ date }) => date === String(fact.object)), 'document')).toEqual([]);
    expect(wrong((fact) => of(fact).every(({ value }) => value === fact.subject || value === 'SAG-2022-00199'), 'case')).toEqual([]);
  });

  test('aims and tasks of the working basis stand under their area', () => {
    const area = (fact: Fact): string => (fact.evidence[0] ? (/aim \((.*)\)/.exec(fact.predicate)?.[1] ?? '') : '');
    expect(wrong((fact) => of(fact).every(({ subject, about }) => subject.endsWith(area(fact)) && about.some(({ id }) => id === 'doc:002')), 'policy')).toEqual(
      [],
    );
    expect(factsOf('policy')).toHaveLength(32);
  });
});

describe('statements', () => {
  test('every number in a sentence, and in its value, stands in its passages unless it is inferred', () => {
    const unsupported = all.flatMap((one) =>
      numbersIn(`${one.text} ${one.value ?? ''}`)
        .filter((number) => !gives(restsOn(one), number) && one.basis === 'STATED')
        .map((number) => [one.id, number]),
    );
    expect(unsupported).toEqual([]);
  });

  test('every sentence is in the words of its passages and of what it is about', () => {
    const share = (one: Statement): number => {
      const stems = new Set(wordsIn(restsOn(one)).map((word) => word.slice(0, 5)));
      const words = wordsIn(one.text).filter((word) => word.length > 4);
      return words.filter((word) => stems.has(word.slice(0, 5))).length / words.length;
    };
    expect(all.filter((one) => share(one) < 0.25).map(({ id }) => id)).toEqual([]);
  });

  test('five matters are told in two ways, and each of the two names the other', async () => {
    const { statements } = await ask(
      graph,
      '{ statements(filter: { conflicting: true }) { nodes { id subject value sources { document { id } } conflictsWith { id conflictsWith { id } } } } }',
    );
    type Told = { id: string; subject: string; conflictsWith: { id: string; conflictsWith: { id: string }[] }[] };
    const told = statements.nodes as Told[];
    expect([...new Set(told.map(({ subject }) => subject))].sort()).toEqual([
      'Oplæg fra Den Sociale Investeringsfond',
      'Partnerskabsaftale med professionshøjskolerne',
      'Regionens medlemmer i klyngerne',
      'Strategi for bestyrelsesarbejde på uddannelsesområdet',
      'Sundhedsstrategisk Forum',
    ]);
    expect(told).toHaveLength(10);
    expect(told.filter(({ id, conflictsWith }) => conflictsWith.length !== 1 || conflictsWith[0]?.conflictsWith[0]?.id !== id)).toEqual([]);
  });
});

describe('what the documents do not say', () => {
  test.each([
    [
      'who chairs Sundhedssamarbejdsudvalget',
      '{ body(id: "body:sundhedssamarbejdsudvalget", asOf: "2022-07-01") { members(roles: [CHAIR, CO_CHAIR, CHAIRMANSHIP]) { nodes { id } } } }',
      { body: { members: { nodes: [] } } },
    ],
    ['which municipalities a cluster covers', '{ body(id: "body:fynklyngen", asOf: "2022-07-01") { covers { id } } }', { body: { covers: [] } }],
    [
      'when Sundhedskoordinationsudvalget met for the last time',
      '{ meeting(id: "meeting:sundhedskoordinationsudvalget-sidste", asOf: "2022-06-21") { date timing } }',
      { meeting: { date: null, timing: null } },
    ],
    [
      'when Sundhedsdirektørforum was approved',
      '{ node(id: "decision:kredsen-af-kommunaldirektoerer-sundhedsdirektoerforum") { ... on Decision { date outcome } } }',
      { node: { date: null, outcome: 'APPROVED' } },
    ],
    [
      'of which day the newsletter of KKR Hovedstaden is',
      '{ document(id: "doc:004") { date meeting { date } } }',
      { document: { date: null, meeting: { date: '2023-09-08' } } },
    ],
    [
      'whom the region appointed',
      '{ meeting(id: "meeting:regionsraadet-syddanmark-2022-06-20") { agendaItems { planned decisions { id } memberships { id } } } }',
      { meeting: { agendaItems: [{ planned: true, decisions: [], memberships: [] }] } },
    ],
    [
      'where the chairmanship of KKR Hovedstaden lives',
      '{ nodes(ids: ["person:steen-christiansen", "person:karsten-laengerich"], asOf: "2023-09-08") { ... on Person { municipalities { id } party { id } } } }',
      {
        nodes: [
          { municipalities: [], party: null },
          { municipalities: [], party: null },
        ],
      },
    ],
  ])('%s', async (_, query, answer) => {
    expect(await ask(graph, query)).toEqual(answer);
  });
});
