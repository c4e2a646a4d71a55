import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { type Fact, factsOf, rowsIn, wrong } from './facts.js';
import { ask, seededGraph } from './world.js';

let graph: Graph;
beforeAll(async () => {
  graph = await seededGraph();
});
afterAll(() => graph.close());

type Id = { id: string };
type Item = {
  number: string | null;
  title: string;
  caseNumber: string | null;
  planned: boolean;
  meeting: { date: string; body: Id };
  recommendations: { text: string; outcome: string }[];
  decisions: Id[];
  appearances: Appearance[];
  followed: boolean | null;
};
type Appearance = { person: Id; onBehalfOf: { name: string } | null; announced: boolean; reported: boolean };
type Decision = { text: string; outcome: string; date: string | null; body: Id; item: { number: string } | null; basis: string };
type Statement = { about: Id[]; subject: string; text: string; value: string | null; date: string | null; basis: string; conflictsWith: Id[] };

const ITEM = `number title caseNumber planned meeting { date body { id } } recommendations { text outcome } decisions { id } followed
  appearances { person { id } onBehalfOf { name } announced reported }`;
const STATEMENT = 'about { id } subject text value date basis conflictsWith { id }';

const items = () => rowsIn<Item>(graph, 'agenda-items', 'AgendaItem', ITEM);
const statements = () => rowsIn<Statement>(graph, 'statements', 'Statement', STATEMENT);
const kindOf = ({ attrs }: Fact): string => String(attrs?.['kind']);
const dayOf = ({ start }: Fact): string | null => start?.value ?? null;

describe('what was noted of meetings', () => {
  test('meetings: whose, when, how that is known, and whether it lies ahead', async () => {
    const answers = await Promise.all(
      factsOf('meeting').map(async (fact) => {
        const { meetings } = await ask(graph, `{ meetings(filter: { body: "${fact.subject}" }, asOf: "${fact.asOf.value}") { nodes { date basis timing } } }`);
        return { fact, held: (meetings.nodes as { date: string | null; basis: string; timing: string | null }[]).find(({ date }) => date === dayOf(fact)) };
      }),
    );
    const timing = (fact: Fact): string | null =>
      dayOf(fact) ? (dayOf(fact) === fact.asOf.value ? 'TODAY' : String(dayOf(fact)) < fact.asOf.value ? 'PAST' : 'UPCOMING') : null;
    expect(answers.map(({ fact, held }) => [fact.id, held?.timing])).toEqual(answers.map(({ fact }) => [fact.id, timing(fact)]));
    expect(answers.filter(({ fact, held }) => kindOf(fact) === 'planned' && held?.timing !== 'UPCOMING')).toEqual([]);
    expect(answers.filter(({ fact, held }) => fact.start?.basis === 'inferred year' && held?.basis !== 'INFERRED')).toEqual([]);
  });

  test('items: number, title and case number', async () => {
    const of = await items();
    const shown = (fact: Fact) => of(fact).map(({ number, title, caseNumber, planned }) => [`${number} ${title}`, caseNumber, planned]);
    expect(factsOf('agendaItem').map(shown)).toEqual(factsOf('agendaItem').map(({ object, attrs }) => [[object, attrs?.['caseNumber'] ?? null, false]]));
  });

  test('points announced for a later meeting belong to it', async () => {
    const of = await items();
    expect(
      wrong(
        (fact) =>
          of(fact).some(
            ({ title, planned, meeting }) =>
              planned && title.toLowerCase() === String(fact.object).toLowerCase() && `${meeting.body.id}@${meeting.date}` === fact.subject,
          ),
        'plannedItem',
      ),
    ).toEqual([]);
  });

  test('recommendations: at which item, and what they ask for', async () => {
    const of = await items();
    const verbs: [RegExp, string][] = [
      [/approve/, 'APPROVED'],
      [/discuss/, 'DISCUSSED'],
      [/to notice/, 'NOTED'],
    ];
    const asked = ({ object }: Fact): string[] =>
      verbs
        .filter(([verb]) => verb.test(String(object)))
        .map(([, outcome]) => outcome)
        .sort();
    const whole = factsOf('recommendation').filter(({ object }) => !String(object).startsWith('EMPTY'));
    expect(
      whole.map((fact) => of(fact).map(({ number, recommendations }) => [`R${number}`, [...new Set(recommendations.map(({ outcome }) => outcome))].sort()])),
    ).toEqual(whole.map((fact) => [[fact.id, asked(fact)]]));
  });

  test('decisions: whose, when, at which item, and with what outcome', async () => {
    const of = await rowsIn<Decision>(graph, 'decisions', 'Decision', 'text outcome date body { id } item { number } basis');
    const outcomes: Record<string, string> = { approval: 'APPROVED', notice: 'NOTED', discussion: 'DISCUSSED', opinion: 'OPINION', request: 'REQUESTED' };
    const outcomeOf = (fact: Fact): string =>
      outcomes[kindOf(fact)] ?? (kindOf(fact) === 'recommendation' && !/beslutte/.test(fact.evidence[0]?.quote ?? '') ? 'OPINION' : 'DECIDED');
    const holds = (fact: Fact): boolean =>
      of(fact).every(({ date }) => date === dayOf(fact)) &&
      of(fact).some(({ body, item, outcome }) => body.id === fact.subject && (item?.number ?? '-') === fact.attrs?.['item'] && outcome === outcomeOf(fact));
    expect(wrong((fact) => NO_ACT.includes(kindOf(fact)) || holds(fact), 'decision')).toEqual([]);
    expect(wrong((fact) => !/inferred/i.test(fact.note ?? '') || of(fact).every(({ basis }) => basis === 'INFERRED'), 'decision')).toEqual([]);
  });

  const NO_ACT = ['decision (per newsletter)', 'no decision recorded', 'none'];

  test('what is no act of the meeting is a statement', async () => {
    const of = await statements();
    expect(
      wrong(
        (fact) => !NO_ACT.includes(kindOf(fact)) || of(fact).some(({ date, about }) => date === dayOf(fact) && about.some(({ id }) => id === fact.subject)),
        'decision',
      ),
    ).toEqual([]);
    const { meeting } = await ask(
      graph,
      `{ meeting(id: "meeting:kkr-syddanmark-2022-06-21") { agendaItems { number decisions { text } recommendations { text } followed } } }`,
    );
    const empty = (meeting.agendaItems as Item[]).filter(
      ({ number, decisions, recommendations }) => number?.includes('.') && (!decisions.length || !recommendations.length),
    );
    expect(empty.map(({ number, decisions, recommendations, followed }) => [number, recommendations.length, decisions.length, followed])).toEqual([
      ['3.5', 1, 0, null],
      ['3.10', 0, 1, null],
      ['7.1', 0, 0, null],
    ]);
  });

  test('appearances: who, at which item, on behalf of whom; what only a newsletter reports is a conflicting statement', async () => {
    const of = await items();
    const said = await statements();
    const holds = (fact: Fact): boolean => {
      const [, number, forum] = /item ([\d.]+)(?:, report from (.*))?$/.exec(String(fact.object)) ?? [];
      return of(fact).some(
        (item) =>
          item.number === number &&
          item.appearances.some(({ person, reported, onBehalfOf }) => person.id === fact.subject && reported && (!forum || onBehalfOf?.name === forum)),
      );
    };
    expect(wrong((fact) => holds(fact) !== /^CONFLICT/.test(fact.note ?? ''), 'appearance')).toEqual([]);
    expect(wrong((fact) => !/^CONFLICT/.test(fact.note ?? '') || said(fact).some(({ conflictsWith }) => conflictsWith.length === 1), 'appearance')).toEqual([]);
    const { meeting } = await ask(
      graph,
      `{ meeting(id: "meeting:kkr-syddanmark-2022-06-21") { agendaItems { number appearances { person { id } onBehalfOf { name } announced reported } } } }`,
    );
    const silent = (meeting.agendaItems as Item[]).flatMap(({ number, appearances }) =>
      appearances.filter(({ reported }) => !reported).map(({ person, onBehalfOf, announced }) => [number, person.id, onBehalfOf?.name, announced]),
    );
    expect(silent.sort()).toEqual([
      ['2.1', 'person:johannes-lundsfryd-jensen', 'Danmarks Erhvervsfremmebestyrelse', true],
      ['2.1', 'person:kenneth-muhs', 'Erhvervshus Fyn', true],
      ['2.1', 'person:mads-skau', 'Erhvervshus Sydjylland', true],
      ['3.4', 'person:asger-kloecker-gatzwiller', 'Den Sociale Investeringsfond', true],
    ]);
  });
});

describe('what was noted of agreements and numbers', () => {
  test('agreements: the years printed, and parties that the texts name', async () => {
    const of = await rowsIn<{ title: string; from: string | null; until: string | null; parties: { id: string; name: string }[] }>(
      graph,
      'agreements',
      'Agreement',
      'title from until parties { id name }',
    );
    expect(
      wrong(
        (fact) =>
          of(fact).length > 0 && of(fact).every(({ from, until }) => (!dayOf(fact) || from === dayOf(fact)) && (!fact.end?.value || until === fact.end.value)),
        'agreement',
      ),
    ).toEqual([]);
    const named: [RegExp, string][] = [
      [/KKR Syddanmark/, 'body:kkr-syddanmark'],
      [/\bregions?\b/i, 'region:syddanmark'],
      [/municipalities \+/, 'municipality:aeroe'],
      [/SOSU schools/, 'body:sosu-skolerne-syddanmark'],
      [/UC Syd/, 'body:uc-syd'],
      [/UC Lillebælt/, 'body:uc-lillebaelt'],
      [/SDEO/, 'body:syddansk-eu-kontor'],
      [/Realdania/, 'body:realdania'],
      [/^KL /, 'body:kl'],
    ];
    const partiesOf = ({ subject, object }: Fact): string[] => named.filter(([name]) => name.test(`${object}; ${subject}`)).map(([, id]) => id);
    expect(wrong((fact) => of(fact).every(({ parties }) => partiesOf(fact).every((id) => parties.some((party) => party.id === id))), 'agreement')).toEqual([]);
    const { agreements } = await ask(graph, '{ agreements(filter: { party: "municipality:aeroe" }) { nodes { title parties { id } } } }');
    expect((agreements.nodes as { parties: Id[] }[]).map(({ parties }) => parties.filter(({ id }) => id.startsWith('municipality:')).length)).toEqual([
      22, 22, 22,
    ]);
  });

  test('allocations: 22 municipalities, 20 numbers, two dashes', async () => {
    const { allocations } = await ask(graph, '{ allocations(filter: { year: 2023 }) { totalCount nodes { municipality { id } subject year value printed } } }');
    const given = new Map(
      (allocations.nodes as { municipality: Id; value: number | null; printed: string; year: number }[]).map((one) => [one.municipality.id, one]),
    );
    const noted = factsOf('allocation').filter(({ predicate }) => predicate === 'refugees2023');
    expect(allocations.totalCount).toBe(22);
    expect(noted.map(({ subject }) => given.get(subject)?.value)).toEqual(noted.map(({ object }) => object));
    expect(noted.map(({ subject }) => given.get(subject)?.printed)).toEqual(noted.map(({ evidence }) => evidence[0]?.quote.split(/\s+/).at(-1)));
  });
});
