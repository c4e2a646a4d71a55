// What the explorer says of a problem: what can be said of its field, else what kind it is.
import { expect, test } from 'vitest';

// Of the pages, whose types are those of a browser.
const words = '../../explorer/src/words/';
type Words = { problem: Record<string, string>; problemAt: Record<string, string> };
const [da, en] = (await Promise.all([import(`${words}problems-da.js`), import(`${words}problems-en.js`)])) as [Words, Words];
const { sayProblem } = (await import(`${words}problems.js`)) as { sayProblem: (of: Words, problem: { code: string; path: string[] }) => string };

test.each([
  [['acts', '0', 'changeRole', 'role'], 'BAD_VALUE', da, 'Det er den rolle, som allerede står der. Vælg en anden.'],
  [['acts', '2', 'addPlace', 'code'], 'BAD_VALUE', en, 'The code of a municipality has four digits, as 0510.'],
  [['acts', '0', 'die', 'on'], 'BAD_DATE', da, 'Den dag er ikke kommet endnu.'],
  [['acts', '0', 'succeed', 'to', '1'], 'BAD_VALUE', en, 'Each can stand there once.'],
  [['acts', '0', 'appoint', 'title'], 'BAD_VALUE', da, 'Det kan ikke stå der.'],
  [['entry'], 'BUILT_UPON', en, 'Later changes rest on it.'],
  [[], 'ALREADY_HELD', da, 'Det er der allerede.'],
])('%j of the kind %s', (path, code, of, says) => expect(sayProblem(of, { code, path })).toBe(says));
