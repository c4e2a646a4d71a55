import { expect, test } from 'vitest';
import { encoded, stringified } from '../src/http/serialised.js';

const row = (at: number): object => ({
  id: `person:${at}`,
  name: at % 3 ? 'Åse Ærø' : 'a "quoted" name\n',
  at,
  from: null,
  isThere: at % 2 === 0,
  left: undefined,
  seats: [],
});
const rows = (count: number): object[] => Array.from({ length: count }, (_, at) => row(at));

/** How often other things had their turn while something was done. */
const turnsDuring = async (work: () => Promise<unknown>): Promise<number> => {
  let [turns, isDone] = [0, false];
  const next = (): void => {
    turns += 1;
    if (!isDone) setImmediate(next);
  };
  setImmediate(next);
  await work();
  isDone = true;
  return turns;
};

test.each<[string, unknown]>([
  ['nothing', {}],
  ['an answer without errors', { errors: undefined, data: { people: { nodes: rows(3) } }, extensions: { cost: { estimate: 1, limit: 2 } } }],
  ['a long list', { data: { people: { nodes: rows(3_000) } } }],
  ['a long list within a short one', { data: { bodies: [{ id: 'a', members: rows(3_000) }, null, { id: 'b', members: [] }] } }],
  ['many names', { data: Object.fromEntries(rows(3_000).map((one, at) => [`f${at}`, at % 5 ? one : undefined])) }],
  ['lists in lists, and nothing in them', { data: [[rows(2_500), [undefined, null]], [], rows(2_500)] }],
])('%s is written as in one piece', async (_, answer) => {
  expect(await stringified(answer)).toBe(`${JSON.stringify(answer)}\n`);
});

test.each([
  ['short', 'Ærø'],
  ['long', 'Ærø €'.repeat(100_000)],
  ['long, of pairs that end nowhere', `a${'😀'.repeat(200_000)}`],
])('a text that is %s is encoded as in one piece', async (_, text) => {
  expect((await encoded(text)).equals(Buffer.from(text))).toBe(true);
});

test('a long answer is written while other things have their turn', async () => {
  const answer = { data: { people: { nodes: rows(100_000) } } };
  expect(await turnsDuring(() => stringified(answer))).toBeGreaterThan(5);
});
