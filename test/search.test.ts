import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { ask, emptyGraph, errorsOf, queriesOf, seedWorld, seededGraph } from './world.js';

const S = ['source:1'];
const SOURCES = { documents: [{ id: 'doc:1', title: 'Register', kind: 'register' }], sources: [{ id: 'source:1', document: 'doc:1', quote: 'Medlemmer.' }] };
const peopleOf = (...names: string[]) => names.map((name, at) => ({ id: `person:${at + 1}`, name, sources: S }));

type Hit = { node: { id: string }; matched: string; match: string; score: number };

const hitsOf = async (graph: Graph, text: string, more = ''): Promise<Hit[]> =>
  (await ask(graph, `query ($text: String!) { search(text: $text${more}) { node { id } matched match score } }`, { text })).search;

/** What is found, in order: the name by which, and how. */
const found = async (graph: Graph, text: string, more = ''): Promise<string[]> =>
  (await hitsOf(graph, text, more)).map(({ matched, match }) => `${match} ${matched}`);

describe('accents and letters', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await emptyGraph();
    const names = ['Noël Andersen', 'Joël Berg', 'Michaël Dahl', 'Aäron Friis', 'Zoe Holm', 'Guðrún Þórsdóttir', 'Łukasz Groß', 'Işıl Yıldız', 'Ægir Øster'];
    await seedWorld(graph, { ...SOURCES, people: peopleOf(...names, 'Thandi Ma\u200bbuza', 'Đặng Œuvray', 'नरेंद्र मोदी') });
  });
  afterAll(() => graph.close());

  test.each([
    ['Noel', 1],
    ['noël', 1],
    ['Joel', 2],
    ['JOËL', 2],
    ['Michael', 3],
    ['Michaël', 3],
    ['Aaron', 4],
    ['Åron', 4],
    ['Zoë', 5],
    ['zoe', 5],
    ['Gudrun Thorsdottir', 6],
    ['guðrún', 6],
    ['Lukasz', 7],
    ['gross', 7],
    ['GROẞ', 7],
    ['isil yildiz', 8],
    ['IŞIL', 8],
    ['aegir oester', 9],
    ['Mabuza', 10],
    ['Ma\u00adbuza', 10],
    ['dang', 11],
    ['oeuvray', 11],
    ['ouvray', 11],
    ['मोदी', 12],
  ])('%s finds one, exactly', async (text, at) =>
    expect((await hitsOf(graph, text)).map(({ node, match }) => [node.id, match])).toEqual([[`person:${at}`, 'EXACT']]),
  );

  test.each(['Noel', 'Þórs', 'yildiz'])('people are listed by the same fold: %s', async (name) => {
    const { people } = await ask(graph, 'query ($name: String) { people(filter: { name: $name }) { totalCount } }', { name });
    expect(people.totalCount).toBe(1);
  });
});

describe('wrong letters', () => {
  let graph: Graph;
  const names = ['Anders Jensen', 'Anders Jenseni', 'Anders Jessen', 'Sønderborg Havn', 'Kirsten Sonderborg', 'Ann Bo', 'Anna Bosen', 'Sal 12345678', 'Ib Uth'];
  beforeAll(async () => {
    graph = await emptyGraph();
    await seedWorld(graph, { ...SOURCES, people: peopleOf(...names) });
  });
  afterAll(() => graph.close());

  test.each([
    ['one exchanged', 'Jemsen', ['NEAR Anders Jensen', 'NEAR Anders Jessen']],
    ['one left out', 'Jesen', ['NEAR Anders Jensen', 'NEAR Anders Jessen']],
    ['one added', 'Kirstten', ['NEAR Kirsten Sonderborg']],
    ['two turned round', 'Kirtsen', ['NEAR Kirsten Sonderborg']],
    ['two in a long word', 'Sonderbrog havnn', ['NEAR Sønderborg Havn']],
    ['two added at the beginning of a long word', 'xxsonderborg havn', ['NEAR Sønderborg Havn']],
    ['an exact one before one that is begun, before near ones', 'Jensen', ['EXACT Anders Jensen', 'PREFIX Anders Jenseni', 'NEAR Anders Jessen']],
    ['an exact one first, whatever more the others tell', 'Ann', ['EXACT Ann Bo', 'PREFIX Anna Bosen']],
    ['one word begun and one near', 'And Jemsen', ['NEAR Anders Jensen', 'NEAR Anders Jessen']],
    ['near by two words', 'Andres Jemsen', ['NEAR Anders Jensen', 'NEAR Anders Jessen']],
    ['three', 'Sxndxrbxrg', []],
    ['two in a short word', 'Kxrxten', []],
    ['one in a word of three', 'Uxh', []],
    ['a digit', '12345679', []],
  ])('%s: %s', async (_, text, all) => expect(await found(graph, text)).toEqual(all));

  test('the score tells near ones apart: the more letters are right, the higher', async () => {
    const [jensen, jenseni] = await hitsOf(graph, 'Kirsten Sonderberg').then(([one]) => [one, undefined]);
    expect([jensen?.match, (jensen?.score ?? 0) > 0.5, (jensen?.score ?? 1) < 1, jenseni]).toEqual(['NEAR', true, true, undefined]);
    expect((await hitsOf(graph, 'anders jensen'))[0]).toMatchObject({ match: 'EXACT', score: 1 });
  });

  test('where enough is found, nothing near is looked for', async () => {
    expect(await found(graph, 'Anders', ', first: 2')).toHaveLength(2);
    expect(await queriesOf(graph, '{ search(text: "Jensen", first: 2) { score } }')).not.toContain('search/alike');
    expect(await found(graph, 'Jensen', ', first: 2')).toEqual(['EXACT Anders Jensen', 'PREFIX Anders Jenseni']);
  });

  test('what is found is read at once', async () => {
    const queries = await queriesOf(graph, '{ search(text: "Anders Jemsen") { node { id } } }');
    expect(queries).toEqual(['people/by-ids', 'search/alike', 'search/begun', 'search/begun', 'search/by-words', 'search/by-words']);
  });

  test.each(['Jemsen', 'Kirtsen'])('lists forgive none: %s', async (name) => {
    const { people } = await ask(graph, 'query ($name: String) { people(filter: { name: $name }) { totalCount } }', { name });
    expect(people.totalCount).toBe(0);
  });

  test('a name that comes later is found by the words that others have, and by its own', async () => {
    await seedWorld(graph, { ...SOURCES, people: peopleOf(...names, 'Kirsten Rasmussen') });
    expect(await found(graph, 'Rasmusen')).toEqual(['NEAR Kirsten Rasmussen']);
    expect(await found(graph, 'Kristen')).toEqual(['NEAR Kirsten Rasmussen', 'NEAR Kirsten Sonderborg']);
  });
});

describe('what people call things', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await seededGraph();
  });
  afterAll(() => graph.close());

  test.each([
    ['Københavns Kommune', 'municipality:koebenhavn', 'EXACT'],
    ['Koebenhavns kommune', 'municipality:koebenhavn', 'EXACT'],
    ['Horsens Kommune', 'municipality:horsens', 'EXACT'],
    ['Aarhus Kommunes', 'municipality:aarhus', 'EXACT'],
    ['Sønderborg kommune', 'municipality:soenderborg', 'EXACT'],
    ['Sønderborg byråd', 'body:kommunalbestyrelse-soenderborg', 'EXACT'],
    ['byrådet i Sønderborg', 'body:kommunalbestyrelse-soenderborg', 'EXACT'],
    ['Haderslevs kommunalbestyrelse', 'body:kommunalbestyrelse-haderslev', 'EXACT'],
    ['Regionsrådet Syddanmark', 'body:regionsraadet-syddanmark', 'EXACT'],
    ['Socialdemokraterne', 'party:socialdemokratiet', 'NEAR'],
    ['Socialdemokrater', 'party:socialdemokratiet', 'NEAR'],
    ['Socialdemokrat', 'party:socialdemokratiet', 'PREFIX'],
    ['Alternativets', 'party:alternativet', 'NEAR'],
    ['Enhedslistens', 'party:enhedslisten', 'NEAR'],
    ['Sønderbrog', 'municipality:soenderborg', 'NEAR'],
    ['Frederisberg Kommune', 'municipality:frederiksberg', 'NEAR'],
  ])('%s is %s', async (text, id, match) => expect((await hitsOf(graph, text)).slice(0, 1)).toMatchObject([{ node: { id }, match }]));

  test('bodies are listed by the same words', async () => {
    const { bodies } = await ask(graph, '{ bodies(filter: { name: "Sønderborg byråd", kinds: [COUNCIL] }) { nodes { id } } }');
    expect(bodies.nodes).toEqual([{ id: 'body:kommunalbestyrelse-soenderborg' }]);
  });
});

describe('a text has an end', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await emptyGraph();
  });
  afterAll(() => graph.close());

  const LONG = 'a'.repeat(201);
  const MANY = Array.from({ length: 13 }, (_, at) => `w${at}`).join(' ');

  test.each([
    ['search(text: TEXT) { score }', 'text'],
    ['people(filter: { name: TEXT }) { totalCount }', 'filter.name'],
    ['bodies(filter: { name: TEXT }) { totalCount }', 'filter.name'],
    ['municipalities(filter: { name: TEXT }) { totalCount }', 'filter.name'],
    ['documents(filter: { title: TEXT }) { totalCount }', 'filter.title'],
    ['agreements(filter: { title: TEXT }) { totalCount }', 'filter.title'],
    ['decisions(filter: { text: TEXT }) { totalCount }', 'filter.text'],
    ['statements(filter: { text: TEXT }) { totalCount }', 'filter.text'],
  ])('%s', async (field, argument) => {
    const told = async (text: string) => errorsOf(graph, `{ ${field.replace('TEXT', JSON.stringify(text))} }`);
    const error = (given: string) => [
      { code: 'BAD_USER_INPUT', message: `${argument}: required: at most 200 letters and 12 words; given: ${JSON.stringify(given)}` },
    ];
    expect(await told(LONG)).toEqual(error('201 letters'));
    expect(await told(MANY)).toEqual(error('13 words'));
    expect(await told('a'.repeat(200))).toEqual([]);
    expect(await told(MANY.slice(0, MANY.lastIndexOf(' ')))).toEqual([]);
  });
});
