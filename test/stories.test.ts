import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import type { Actor } from '../src/record/actor.js';
import { readRevision } from '../src/record/revision.js';
import { RESULT, type Told, actorCalled, askAs } from './recording.js';
import { type World, emptyGraph, seedWorld } from './world.js';

/** What clerks met, with the right answers, which lies beside the project. Without it there is nothing to tell, and these tests are in no run. */
const STORIES = '../shared/stories';

interface Expected {
  status?: string;
  statuses?: string[];
  replayed?: boolean | boolean[];
  denied?: string[];
  problems?: { code?: string | string[]; severity?: string; path?: string[]; candidates?: string[] }[];
  made?: (string | { id: string; because: string })[];
  events?: { kind: string; person?: string }[];
  carried?: { kind: string; person?: string }[];
}

type Who = string | { role: string; bodies?: string[] };

interface Step {
  record?: Record<string, unknown>;
  undo?: number;
  review?: number;
  verdict?: string;
  race?: { record: Record<string, unknown>; as?: Who }[];
  as?: Who;
  expect?: Expected;
  ask?: string;
  variables?: Record<string, unknown>;
  expected?: unknown;
  unordered?: boolean;
  expectError?: string;
}

interface Story {
  story: string;
  why: string;
  world: World & { dataset: object };
  steps: Step[];
}

const actorOf = (who: Who = 'editor'): Actor | null => {
  if (who === 'nobody') return null;
  if (typeof who === 'object') return { id: `${who.role}-of-some`, name: null, role: who.role.toUpperCase() as Actor['role'], bodies: who.bodies ?? null };
  return actorCalled(who);
};

const graphs: Graph[] = [];
afterEach(async () => {
  for (const graph of graphs.splice(0)) await graph.close();
});

interface Played {
  told: (Told | null)[];
  times: string[];
  revisions: number[];
}

const play = async (graph: Graph, before: Played, step: Step): Promise<{ told: Told | null; code?: unknown }> => {
  const { accept, seenRevision, ...entry } = (step.record ?? {}) as { accept?: { warningsOf: number }; seenRevision?: { revisionAfter: number } };
  const [operation, variables]: [string, Record<string, unknown>] = step.record
    ? [
        `mutation($entry: EntryInput!) { told: record(entry: $entry) ${RESULT} }`,
        {
          entry: {
            ...entry,
            ...(accept && { accept: before.told[accept.warningsOf]?.problems.map(({ id }) => id) }),
            ...(seenRevision && { seenRevision: before.revisions[seenRevision.revisionAfter] }),
          },
        },
      ]
    : step.review === undefined
      ? [
          `mutation($entry: ID!, $key: ID!) { told: undo(entry: $entry, key: $key, why: "It was not so.") ${RESULT} }`,
          { entry: before.told[step.undo as number]?.entry?.id, key: `undo-${before.told.length}` },
        ]
      : [
          `mutation($proposal: ID!, $verdict: Verdict!) { told: review(proposal: $proposal, verdict: $verdict) ${RESULT} }`,
          { proposal: before.told[step.review]?.proposal?.id, verdict: step.verdict },
        ];
  const { data, errors } = await askAs(graph, actorOf(step.as), operation, variables);
  return { told: (data?.['told'] as Told | null | undefined) ?? null, code: errors?.[0]?.extensions['code'] ?? errors?.[0]?.message };
};

const anyOf = (codes: string | string[] | undefined): string[] => (codes === undefined ? [] : [codes].flat());

const pairs = (events: readonly { kind: string; person?: { id: string } | string | null }[]): string[] =>
  events.map(({ kind, person }) => `${kind} ${(typeof person === 'object' ? person?.id : person) ?? ''}`).sort();

const kinds = (events: readonly { kind: string; person?: unknown }[]): string[] => events.map(({ kind }) => kind).sort();

const holdsEvents = (told: Told['events'], expected: NonNullable<Expected['events']>): void => {
  if (expected.every(({ person }) => person !== undefined)) expect(pairs(told)).toEqual(pairs(expected));
  else expect(kinds(told)).toEqual(kinds(expected));
};

const holds = (told: Told | null, code: unknown, expected: Expected, at: string): void => {
  if (expected.denied) {
    expect({ at, denied: code ?? told?.problems.map((one) => one.code) }).toEqual({ at, denied: expect.anything() as unknown });
    const codes = code === undefined ? (told?.problems ?? []).map((one) => one.code) : [String(code)];
    expect(codes.some((one) => expected.denied?.includes(one))).toBe(true);
    return;
  }
  const statuses = expected.statuses ?? [expected.status ?? told?.status];
  if (!told || !statuses.includes(told.status)) throw new Error(`${at}: required: ${statuses.join(' or ')}; given: ${JSON.stringify(told ?? code, null, 1)}`);
  if (typeof expected.replayed === 'boolean') expect(told.replayed).toBe(expected.replayed);
  for (const one of expected.problems ?? [])
    expect({ at, problems: told.problems.map(({ code: given, severity, path }) => ({ code: given, severity, path })) }).toEqual({
      at,
      problems: expect.arrayContaining([
        expect.objectContaining({
          ...(one.code !== undefined && { code: expect.stringMatching(new RegExp(`^(${anyOf(one.code).join('|')})$`)) as unknown }),
          ...(one.severity !== undefined && { severity: one.severity }),
        }),
      ]) as unknown,
    });
  for (const { path = [] } of expected.problems ?? []) {
    if (path.length > 0) expect(told.problems.some((one) => path.every((part, i) => one.path[i] === part))).toBe(true);
  }
  if (expected.made) {
    const made = told.made.map(({ node, was, because }) => ({ id: node?.id ?? was?.id, because }));
    if (expected.made.length === 0) expect(made).toEqual([]);
    for (const one of expected.made)
      expect({ at, made }).toEqual({ at, made: expect.arrayContaining([expect.objectContaining(typeof one === 'string' ? { id: one } : one)]) as unknown });
  }
  if (expected.events) holdsEvents(told.events, expected.events);
  if (expected.carried) holdsEvents(told.carried, expected.carried);
};

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, sorted(one)]));
  return value;
};

const answers = async (
  graph: Graph,
  before: Played,
  { ask, variables = {}, expected, unordered, as = 'nobody', expectError }: Step,
  at: string,
): Promise<void> => {
  const given = Object.fromEntries(
    Object.entries(variables).map(([name, value]) => {
      const { afterStep } = (value ?? {}) as { afterStep?: number };
      return [name, afterStep === undefined ? value : before.times[afterStep + 1]];
    }),
  );
  const { data, errors } = await askAs(graph, actorOf(as), ask as string, given);
  if (expectError) {
    expect(errors?.map(({ extensions }) => extensions['code'])).toContain(expectError);
    return;
  }
  if (errors) throw new Error(`${at}: ${errors.map(({ message }) => message).join('; ')}`);
  expect({ at, data: unordered ? sorted(data) : data }).toEqual({ at, data: unordered ? sorted(expected) : expected });
};

const names = existsSync(STORIES) ? readdirSync(STORIES).filter((name) => name.endsWith('.json')) : [];

if (names.length > 0)
  describe('what clerks met', () => {
    test.each(names)('%s', async (name) => {
      const { world, steps } = JSON.parse(readFileSync(`${STORIES}/${name}`, 'utf8')) as Story;
      const { dataset, ...rows } = world;
      const graph = await emptyGraph();
      graphs.push(graph);
      await seedWorld(graph, rows, dataset);
      const timeOf = async (): Promise<string> => new Date((await readRevision(graph)).at).toISOString();
      const played: Played = { told: [], times: [await timeOf()], revisions: [] };
      for (const [n, step] of steps.entries()) {
        const at = `step ${n}`;
        if (step.ask) await answers(graph, played, step, at);
        const racing = await Promise.all((step.race ?? []).map((one) => play(graph, played, one)));
        if (step.race) {
          expect(racing.map(({ told }) => told?.status).sort()).toEqual([...(step.expect?.statuses ?? [])].sort());
          if (Array.isArray(step.expect?.replayed)) expect(racing.map(({ told }) => told?.replayed).sort()).toEqual([...step.expect.replayed].sort());
        }
        const isWriting = step.record !== undefined || step.undo !== undefined || step.review !== undefined;
        const { told, code } = isWriting ? await play(graph, played, step) : { told: null };
        if (isWriting) holds(told, code, step.expect ?? {}, at);
        played.told.push(told);
        played.times.push(await timeOf());
        played.revisions.push((await readRevision(graph)).number);
      }
    });
  });
