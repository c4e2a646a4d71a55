import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { ask, seededGraph } from './world.js';

let graph: Graph;
beforeAll(async () => {
  graph = await seededGraph();
});
afterAll(() => graph.close());

type Quoted = { quote: string };
const quotes = (sources: Quoted[]): string => sources.map(({ quote }) => quote).join(' | ');

test('every quote of the five documents begins and ends with a whole word', async () => {
  const broken: string[] = [];
  for (const id of ['doc:000', 'doc:001', 'doc:002', 'doc:003', 'doc:004']) {
    const { document } = await ask(graph, `{ document(id: "${id}") { sources { quote } } }`);
    broken.push(...document.sources.map(({ quote }: Quoted) => quote).filter((quote: string) => /\p{L}-$/u.test(quote.trim())));
  }
  expect(broken).toEqual([]);
});

test('a seat that begins or ends with the law of 1 July 2022 quotes the law', async () => {
  for (const [id, asOf] of [
    ['sundhedssamarbejdsudvalget', '2022-07-01'],
    ['sundhedskoordinationsudvalget', '2022-06-30'],
    ['soenderjysk-klynge', '2022-07-01'],
    ['sydvestjysk-klynge', '2022-07-01'],
    ['lillebaeltklyngen', '2022-07-01'],
    ['fynklyngen', '2022-07-01'],
  ]) {
    const { body } = await ask(graph, `{ body(id: "body:${id}", asOf: "${asOf}") { members { nodes { reason sources { quote } } } } }`);
    expect(body.members.nodes.length).toBeGreaterThan(0);
    for (const { reason, sources } of body.members.nodes) {
      expect(reason).toContain('1. juli 2022');
      expect(quotes(sources)).toContain('loven træder i kraft den 1. juli 2022');
    }
  }
});

test('who sits in KKR Syddanmark as a mayor is there ex officio, which is inferred and says why', async () => {
  const { body } = await ask(
    graph,
    '{ body(id: "body:kkr-syddanmark", asOf: "2022-06-21") { members(roles: [MEMBER]) { nodes { person { name } basis appointment { exOfficio basis reason by { id } represents { id } sources { quote } } } } } }',
  );
  const born = body.members.nodes.filter(({ basis }: { basis: string }) => basis === 'INFERRED');
  expect(born.map(({ person }: { person: { name: string } }) => person.name)).toEqual(['Stephanie Storbank', 'Tonni Hansen']);
  for (const { appointment } of born) {
    expect(appointment).toMatchObject({
      exOfficio: expect.stringContaining('fødte medlemmer'),
      basis: 'INFERRED',
      reason: expect.any(String),
      by: null,
      represents: [],
    });
    expect(quotes(appointment.sources)).toContain('Alle borgmestrene');
  }
});

test('five seats from region and municipalities each are approved by the decision, not by what was recommended', async () => {
  const { body } = await ask(graph, '{ body(id: "body:sundhedssamarbejdsudvalget", asOf: "2022-07-01") { seats { count status sources { quote } } } }');
  for (const { count, status, sources } of body.seats) {
    expect([count, status]).toEqual([5, 'approved 2022-06-21']);
    expect(quotes(sources)).toContain('KKR Syddanmark godkendte');
  }
});

describe('terms by the calendars of elections', () => {
  const REGIONAL = [2006, 2010, 2014, 2018, 2022, 2026].map((year) => `term:regional-${year}`);

  test.each([
    ['a municipal council', 'kommunalbestyrelse-odense', [2006, 2010, 2014, 2018, 2022, 2026].map((year) => `term:municipal-${year}`)],
    ['a regional council', 'regionsraadet-syddanmark', REGIONAL],
    ['a council that was not elected anew in 2025', 'regionsraadet-hovedstaden', [...REGIONAL.slice(0, 4), 'term:regionsraadet-hovedstaden-2022']],
    ['the council that takes its place', 'regionsraadet-oestdanmark', ['term:regionsraadet-oestdanmark-2027']],
    ['a health council', 'sundhedsraad-fyn', ['term:regional-2026']],
  ])('%s', async (_, id, expected) => {
    const { body } = await ask(graph, `{ body(id: "body:${id}") { terms { id } } }`);
    expect(body.terms.map((term: { id: string }) => term.id)).toEqual(expected);
  });

  test('are followed for a reason, which quotes a law or a rule', async () => {
    const { municipal, regional } = await ask(
      graph,
      `query { municipal: node(id: "calendar:municipal", asOf: "2025-01-01") { ...Of } regional: node(id: "calendar:regional", asOf: "2026-05-01") { ...Of } }
       fragment Of on Calendar { followers { body { id kind } certainty basis reason sources { quote document { id } } } }`,
    );
    const followers = [...municipal.followers, ...regional.followers];
    for (const { basis, reason, sources } of followers) expect([basis, typeof reason, sources.length > 0]).toEqual(['INFERRED', 'string', true]);
    const councils = (all: { body: { kind: string }; certainty: string }[]): number =>
      all.filter(({ body, certainty }) => body.kind === 'COUNCIL' && certainty === 'CERTAIN').length;
    expect([councils(municipal.followers), councils(regional.followers)]).toEqual([98, 3]);
    expect(municipal.followers.every(({ certainty }: { certainty: string }) => certainty === 'CERTAIN')).toBe(true);
  });
});
