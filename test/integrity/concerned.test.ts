import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as queries from '../../src/generated/queries.js';
import { edgeTypes } from '../../src/generated/words.js';
import { type AnyQuery, readBy } from '../../src/graph/kinds.js';
import type { Graph, Reader } from '../../src/graph/port.js';
import { CATALOGUE } from '../../src/integrity/catalogue.js';
import { NOW } from '../../src/record/time.js';
import { seededGraph } from '../world.js';

describe('what rules look at', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await seededGraph();
  });
  afterAll(() => graph.close());

  /** All ids of what a rule is asked of. */
  const idsOf = async (of: (typeof CATALOGUE)[number]['of']): Promise<string[]> => {
    const by = { bodies: queries.bodies.ids, people: queries.people.ids, principals: queries.record.principalIds, things: queries.record.ids }[of];
    return (await graph.read(by, { after: '', limit: 100_000 })).map(({ id }) => id);
  };

  test.each(CATALOGUE.map((rule) => [rule.id, rule] as const))('%s looks at nothing but what it says', async (_, { of, kinds, begin }) => {
    const asked = new Set<AnyQuery>();
    const read: Reader['read'] = (query, params) => (asked.add(query as unknown as AnyQuery), graph.read(query, params));
    const ids = await idsOf(of);
    const { page, around } = begin();
    for (let at = 0; at < ids.length; at += 500) await page({ read }, ids.slice(at, at + 500), NOW);
    await around({ read }, ids, NOW);
    const beside = [...asked].flatMap((query) => [...readBy(query)]).filter((kind) => kinds !== 'EVERYTHING' && !kinds.has(kind));
    expect(beside).toEqual([]);
  });

  test.each(CATALOGUE.flatMap((rule) => (rule.about ? [[rule.id, rule] as const] : [])))('%s is about edges at which it looks', (_, { kinds, about }) => {
    expect(about?.filter((one) => one in edgeTypes && kinds !== 'EVERYTHING' && !kinds.has(one))).toEqual([]);
  });
});
