import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as queries from '../src/generated/queries.js';
import type { Graph, Reader, Transaction } from '../src/graph/port.js';
import { NOW } from '../src/record/time.js';
import { remembering } from '../src/write/remembering.js';
import { togetherBy } from '../src/write/together.js';
import { seededGraph, writingOf } from './world.js';

let graph: Graph;
let ids: string[];
beforeAll(async () => {
  graph = await seededGraph();
  ids = [...(await graph.read(queries.bodies.ids, { after: '', limit: 10_000 })), ...(await graph.read(queries.people.ids, { after: '', limit: 10_000 }))].map(
    ({ id }) => id,
  );
});
afterAll(() => graph.close());

const { integrity } = queries;

const partsOf = () => [...togetherBy].map(([query, { isOf }]) => ({ query, ids: ids.filter(isOf) }));

/** Something with the columns alone that another of its kind has: what is asked together may know more of a seat. */
const as = (one: unknown, like: unknown): unknown => {
  if (Array.isArray(one)) return one.map((inner) => as(inner, (like as unknown[])[0]));
  if (one === null || typeof one !== 'object' || like === null || typeof like !== 'object') return one;
  return Object.fromEntries(Object.entries(like).map(([key, inner]) => [key, as((one as Record<string, unknown>)[key], inner)]));
};

/** Rows as JSON, in whatever order they come. */
const said = (rows: readonly unknown[]): string[] => rows.map((row) => JSON.stringify(row)).sort();

/** A transaction that asks nothing twice, and the names of what it asks. */
const noting = (real: Transaction) => {
  const asked: string[] = [];
  const read: Reader['read'] = (query, params) => (asked.push(query.name), real.read(query, params));
  return { tx: remembering({ ...real, read }), asked };
};

const ask = (reader: Reader, query: unknown, some: readonly string[]): Promise<unknown[]> =>
  reader.read(query as typeof queries.terms.of, { ids: [...some], knownAt: NOW });

describe('what is asked together', () => {
  test('is found of everybody and every body as each query finds it by itself', async () => {
    expect(ids.length).toBeGreaterThan(100);
    await graph.write(async (real) => {
      for (const { query, ids: all } of partsOf())
        for (let at = 0; at < all.length; at += 40) {
          const { tx, asked } = noting(real);
          const some = all.slice(at, at + 40);
          const [here, alone] = [await ask(tx, query, some), await ask(real, query, some)];
          expect(asked).toHaveLength(1);
          expect(asked[0]).toMatch(/^together\//);
          const byId = new Map((alone as { id?: string }[]).map((row) => [row.id, row]));
          const told = said((here as { id?: string }[]).map((row) => (query.name === integrity.seatInBody.name ? as(row, byId.get(row.id)) : row)));
          const required = said(alone);
          expect([query.name, told.filter((one) => !required.includes(one))]).toEqual([query.name, []]);
          expect(told).toHaveLength(required.length);
        }
    });
  });

  test('is asked once, also at once, and again of what was written since, by itself', async () => {
    const [body] = ids.filter((id) => id.startsWith('body:')) as [string];
    const { calendars, offices, terms, places } = queries;
    await expect(
      graph.write(async (real) => {
        const { tx, asked } = noting(real);
        await Promise.all([calendars.stepsUp, terms.of, offices.byBodyIds].map((query) => ask(tx, query, [body])));
        await ask(tx, places.governing, [body]);
        expect(asked).toEqual(['together/bodies']);
        await tx.run(writingOf(`MATCH (b:Body {id: $id})\nCREATE (b)<-[:OFFICE_OF {recordedAt: 0, retractedAt: ${NOW + 1}}]-(:Office {id: 'office:new'})`), {
          id: body,
        } as never);
        await ask(tx, terms.of, [body]);
        expect(asked).toEqual(['together/bodies']);
        const [{ offices: own }] = (await ask(tx, offices.byBodyIds, [body])) as [{ offices: { x: { id: string } }[] }];
        expect(own.map(({ x }) => x.id)).toContain('office:new');
        expect(asked).toEqual(['together/bodies', 'offices/by-body-ids']);
        throw new Error('taken back');
      }),
    ).rejects.toThrow('taken back');
  });

  test('is of the present, and of what it may be asked', async () => {
    const [body] = ids.filter((id) => id.startsWith('body:')) as [string];
    await graph.write(async (real) => {
      const { tx, asked } = noting(real);
      await tx.read(queries.terms.of, { ids: [body], knownAt: 1 });
      await tx.read(queries.terms.of, { ids: [body, 'calendar:municipal'], knownAt: NOW });
      expect(asked).toEqual(['terms/of', 'terms/of']);
    });
  });
});
