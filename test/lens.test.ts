import { afterEach, expect, test } from 'vitest';
import fc from 'fast-check';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { today } from '../src/time/civil.js';
import { Cache } from './lens/answers.js';
import { plus } from './lens/days.js';
import { Model } from './lens/model.js';
import { type Question, SEAT, called, daysOf, questionsOf } from './lens/questions.js';
import { released } from './lens/releases.js';
import type { Rows } from './lens/rows.js';
import { type Case, worlds } from './lens/worlds.js';
import { type World, ask, askManyAtOnce, emptyGraph, sampleOf, seedWorld } from './world.js';

const WORLDS = sampleOf(28, 8, 2);
const CASES = 36;
/** Cases that are asked in one request, each under an alias. */
const AT_ONCE = 12;
/** The same worlds each time; another number gives others. */
const seed = Number(process.env['MANDAT_TEST_SEED'] ?? 20220621);

let graph: Graph | undefined;
afterEach(async () => graph?.close());

/** A world in its own graph, first as it was recorded, then as it was corrected; the times after which each is known. */
const seeded = async (states: readonly Rows[], maintained: boolean): Promise<[Graph, string[]]> => {
  await graph?.close();
  graph = await emptyGraph();
  const times: string[] = [];
  for (const rows of states) {
    await seedWorld(graph, rows as unknown as World, maintained ? { maintained: 'continuously' } : {});
    times.push(new Date((await readRevision(graph)).at).toISOString());
  }
  return [graph, times];
};

interface Asked extends Question {
  lens: { asOf: string; knownAt: string | undefined };
}

const asked = (states: readonly Model[], knownAt: string | undefined, drawn: Case): Asked[] => {
  const days = daysOf(states.at(-1) as Model);
  const asOf = plus(days[drawn.day % days.length] as string, drawn.beside);
  return questionsOf(states, asOf, drawn).map((question) => ({ ...question, lens: { asOf, knownAt } }));
};

/** Asks every question in one request. */
const answersTo = async (world: Graph, questions: readonly Asked[]): Promise<unknown[]> => {
  const fields = questions.map(({ field, args, lens, selection }, i) => `q${i}: ${field}${called({ ...args, ...lens })} ${selection}`);
  const fragment = fields.some((field) => field.includes('...seat')) ? SEAT : '';
  const data = await askManyAtOnce(world, `{ ${fields.join('\n')} } ${fragment}`);
  return questions.map((_, i) => data[`q${i}`] as unknown);
};

const shown = ({ field, args, lens }: Asked, answer: unknown) => ({ field, args, lens, answer });

/** The ids of a list, page by page. */
const inPages = async (world: Graph, root: string, list: string, first: number): Promise<string[]> => {
  const found: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const data = await ask(
      world,
      `{ ${root} { list: ${list}${called({ first, after: after ?? undefined, all: true, includeSubstitutes: true })} { nodes { id } pageInfo { hasNextPage endCursor } } } }`,
    );
    const { nodes, pageInfo } = (Object.values(data)[0] as { list: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } }).list;
    found.push(...nodes.map(({ id }) => id));
    [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
  }
  return found;
};

test(`a day of a random world is answered as by a plain model of the rules, ${WORLDS * CASES} times`, async () => {
  let cases = 0;
  await fc.assert(
    fc.asyncProperty(worlds(CASES), async ({ maintained, states, cases: drawn }) => {
      const [world, times] = await seeded(states, maintained);
      const models = states.map((rows, at) => new Model(maintained && at > 0 ? released(states[at - 1] as Rows, rows) : rows, maintained, today()));
      const cache = new Cache();
      for (let at = 0; at < drawn.length; at += AT_ONCE) {
        const batch = drawn.slice(at, at + AT_ONCE);
        const questions = batch.flatMap((one) => asked(models.slice(0, one.state + 1), one.state === 0 ? times[0] : undefined, one));
        const answers = await answersTo(world, questions);
        for (const [i, question] of questions.entries()) expect(shown(question, cache.keep(answers[i]))).toEqual(shown(question, question.answer));
        cases += batch.length;
      }
      expect(cache.contradictions).toEqual([]);
      const [model, day, first] = [models[1] as Model, '2022-06-21', (drawn[0] as Case).page];
      const seats = model.seatsFor(day, { all: true, includeSubstitutes: true }, { body: 'body:b0' });
      expect(await inPages(world, `body${called({ id: 'body:b0', asOf: day })}`, 'members', first)).toEqual(seats.map(({ id }) => id));
      expect(
        await ask(world, '{ body(id: "body:b0", knownAt: "2020-01-01T00:00:00Z") { id } bodies(all: true, knownAt: "2020-01-01T00:00:00Z") { totalCount } }'),
      ).toEqual({ body: null, bodies: { totalCount: 0 } });
    }),
    { numRuns: WORLDS, seed, endOnFailure: true },
  );
  expect(cases).toBe(WORLDS * CASES);
}, 600_000);
