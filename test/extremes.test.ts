import { afterAll, beforeAll, expect, test } from 'vitest';
import { getNamedType, isEnumType, isInputObjectType } from 'graphql';
import type { Graph } from '../src/graph/port.js';
import { type Asking, askingsOf, isList } from './every-field.js';
import { random } from './random.js';
import { seededGraph } from './world.js';

/** How many operations with several extremes at once; MANDAT_TEST_FUZZ asks another number. */
const OPERATIONS = Number(process.env['MANDAT_TEST_FUZZ'] ?? 150);
/** How many queries more than usual, and than twice as many, an extreme value may ask of the graph: other lists, other versions, longer periods, and all of a period where nothing passes. */
const MORE_QUERIES = 40;
const CODES = ['BAD_USER_INPUT', 'UNKNOWN_ID', 'FILTER_REQUIRED', 'AMBIGUOUS'];

type Place = Asking['places'][number];

const LARGE = 10_000;
const NUMBERS = [0, -1, 1, 500, 2_147_483_647, -2_147_483_648];
const TEXTS = [
  '',
  ' ',
  'a'.repeat(LARGE),
  'x '.repeat(100),
  'a '.repeat(5_000),
  `a${'\u0301'.repeat(199)}`,
  `${'\u0f73'.repeat(66)} ${'ﷺ'.repeat(100)}`,
  '👩‍👩‍👧‍👦'.repeat(28),
  '\u202e\u200b\ufeff\u0000',
  '\ud800',
  `${'\\'.repeat(50)}%_*?.+[](){}'"`,
  'kommune region byråd',
  '__proto__',
];
const DATES = ['0001-01-01', '9999-12-31', '2022-06-21'];
const OF_SCALARS: Readonly<Record<string, readonly unknown[]>> = {
  Int: NUMBERS,
  Float: [...NUMBERS, 1e308, -1e308, 5e-324],
  String: TEXTS,
  ID: [...TEXTS, 'body:kkr-syddanmark', 'person:mads-skau'],
  Boolean: [true, false],
  LocalDate: DATES,
  PartialDate: ['0001', '9999-12'],
  DateTime: ['0001-01-01T00:00:00Z', '1970-01-01T00:00:00Z', '2020-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z'],
};

/** What may be given at a place that is no input with fields of its own. */
const extremesOf = ({ input }: Place): readonly unknown[] => {
  const type = getNamedType(input.type);
  const values = isEnumType(type) ? type.getValues().map(({ name }) => name) : (OF_SCALARS[type.name] ?? []);
  if (!isList({ input })) return values;
  const longest = Array.from({ length: LARGE }, (_, at) => (type.name === 'ID' ? `body:${at}` : values[at % values.length]));
  return [[], values, values.toReversed(), longest, Array.from({ length: LARGE }, () => values[0])];
};

const hasFields = ({ input }: Place): boolean => isInputObjectType(getNamedType(input.type));

let graph: Graph;
let askings: Asking[];
beforeAll(async () => {
  graph = await seededGraph();
  // The kinds of body share their resolvers.
  askings = (await askingsOf(graph)).filter(({ at }) => !/^(?:Council|Committee|HealthCluster|Board|Organisation)\./.test(at));
});
afterAll(() => graph.close());

const usual = new Map<string, number>();

const problemsOf = async ({ at, ask }: Asking, given: Record<string, unknown>): Promise<string[]> => {
  const most = usual.get(at) ?? 2 * (await ask({})).queries + MORE_QUERIES;
  usual.set(at, most);
  const { codes, queries } = await ask(given);
  const told = codes.filter((code) => !CODES.includes(code));
  const shown = JSON.stringify(given).slice(0, 150);
  return [...told.map((code) => `${at}(${shown}): ${code}`), ...(queries > most ? [`${at}(${shown}): ${queries} queries, of at most ${most}`] : [])];
};

test('an extreme value of one argument is answered or refused, and asks the graph little', async () => {
  const problems: string[] = [];
  for (const asking of askings)
    for (const place of asking.places.filter((one) => !hasFields(one)))
      for (const value of extremesOf(place)) problems.push(...(await problemsOf(asking, { [place.path]: value })));
  expect(problems).toEqual([]);
}, 300_000);

test('and so are several at once', async () => {
  const seed = Number(process.env['MANDAT_TEST_SEED'] ?? Date.now() % 1_000_000);
  const below = random(seed);
  const one = <T>(of: readonly T[]): T => of[below(of.length)] as T;
  const problems: string[] = [];
  for (let asked = 0; asked < OPERATIONS; asked += 1) {
    const asking = one(askings);
    const places = asking.places.filter((place) => !hasFields(place) && below(3) === 0);
    problems.push(...(await problemsOf(asking, Object.fromEntries(places.map((place) => [place.path, one(extremesOf(place))])))));
  }
  expect({ seed, problems }).toEqual({ seed, problems: [] });
}, 300_000);
