import { describe, expect, test } from 'vitest';
import { type Creator, edgeCreators, nodeCreators } from '../src/generated/creators.js';
import * as queries from '../src/generated/queries.js';
import { nodeTypes } from '../src/generated/words.js';
import { type AnyQuery, BOOKS, meet, readBy, stepsOf, writtenBy } from '../src/graph/kinds.js';
import type { Reader } from '../src/graph/port.js';
import { NEVER, NOW } from '../src/record/time.js';
import { remembering } from '../src/write/remembering.js';
import { emptyGraph, readingOf, writingOf } from './world.js';

const all = Object.values(queries).flatMap((folder) => Object.values(folder) as AnyQuery[]);

describe('what queries look at and write', () => {
  test('every query names the kinds that it looks at, those aside that look at all that is kept', () => {
    expect(all.filter((query) => query.kind === 'read' && readBy(query) === 'EVERYTHING').map(({ name }) => name)).toEqual(['erasing/edges', 'erasing/nodes']);
  });

  test('every kind of node is made with its labels, and every kind of edge by its type', () => {
    for (const [label, { query }] of Object.entries(nodeCreators))
      expect(writtenBy(query as AnyQuery)).toEqual(new Set(['Node', label, ...nodeTypes[label as keyof typeof nodeTypes].also]));
    for (const [type, { query }] of Object.entries(edgeCreators)) expect(writtenBy(query as AnyQuery)).toEqual(new Set([type, '[]']));
  });

  test('what changes things changes any of them, and the books of the record are no things', () => {
    expect(writtenBy(queries.record.updateNodes as unknown as AnyQuery)).toBe('EVERYTHING');
    expect(writtenBy(queries.record.retractEdges as unknown as AnyQuery)).toBe('EVERYTHING');
    expect(writtenBy(queries.record.move as unknown as AnyQuery)).toEqual(new Set(['Revision', 'RevisionTime']));
    expect(BOOKS.filter((label) => Object.values(nodeTypes).some((type) => type.label === label || type.also.includes(label as never)))).toEqual([]);
  });

  test('edges of any type are looked at where none is named', () => {
    const reading = readBy(readingOf('MATCH (a:Person {id: $id})-[r]->(b:Body)\nRETURN r', ['r']));
    expect(meet(reading, new Set(['MEMBER_OF', '[]']))).toBe(true);
    expect(meet(reading, new Set(['Node', 'Meeting']))).toBe(false);
    expect(meet(readBy(queries.record.existing as unknown as AnyQuery), writtenBy(nodeCreators['Body']?.query as AnyQuery))).toBe(true);
  });
});

test('from what is made here a query steps where its first edges lead, and no query of which one row is left without them does', () => {
  const { appointments, affiliations, integrity, memberships } = queries;
  expect(stepsOf(appointments.dependencies as unknown as AnyQuery)).toEqual(['DEPENDS_ON']);
  expect(stepsOf(affiliations.depending as unknown as AnyQuery)).toEqual(['OF']);
  for (const query of [memberships.byIds, memberships.byPersonIds, integrity.seatOnce, queries.record.nodes])
    expect(stepsOf(query as unknown as AnyQuery)).toBeNull();
  const counting = 'UNWIND $ids AS id\nMATCH (a:Appointment {id: id})-[t:REPLACES]->(x:Appointment)\nRETURN count(t) AS t';
  expect(stepsOf(readingOf(counting, ['t']))).toBeNull();
});

describe('a transaction that asks nothing twice', () => {
  const NAMES = readingOf<{ name: string }>('UNWIND $ids AS id\nMATCH (p:Person {id: id})\nRETURN p.name AS name', ['name']);

  test('asks again of others, and once something of a kind that it looks at was written', async () => {
    const graph = await emptyGraph();
    const asked: string[] = [];
    const answers: string[][] = [];
    await graph.write(async (real) => {
      const read: Reader['read'] = (query, params) => (asked.push(query.name), real.read(query, params));
      const tx = remembering({ ...real, read });
      const write = (id: string, labels: string) => tx.run(writingOf(`CREATE (:Node:${labels} {id: $id, name: $id})`), { id } as never);
      const ask = async (id: string) => answers.push([...(await tx.read(NAMES, { ids: [id] })).map(({ name }) => name), String(asked.length)]);
      await ask('person:a');
      await write('person:a', 'Person');
      await ask('person:a');
      await write('body:b', 'Body:Principal');
      await ask('person:a');
      await ask('person:b');
    });
    await graph.close();
    expect(answers).toEqual([['1'], ['person:a', '2'], ['person:a', '2'], ['3']]);
  });

  test('asks along edges again only once an edge was written, and never of nothing', async () => {
    const graph = await emptyGraph();
    const asked: string[][] = [];
    const answers: unknown[] = [];
    const SEATS = readingOf<{ b: string }>('UNWIND $ids AS id\nMATCH (p:Person {id: id})-[m:MEMBER_OF]->(b:Node)\nRETURN b.id AS b', ['b']);
    await graph.write(async (real) => {
      const read: Reader['read'] = (query, params) => (asked.push(params['ids'] as string[]), real.read(query, params));
      const tx = remembering({ ...real, read });
      const ask = async (...ids: string[]) => answers.push((await tx.read(SEATS, { ids })).map(({ b }) => b));
      await tx.run(writingOf("CREATE (:Node:Person {id: 'person:a'})"), {});
      await ask('person:a');
      await tx.run(writingOf("CREATE (:Node:Body {id: 'body:b'})"), {});
      await ask('person:a');
      await tx.run(writingOf("MATCH (p:Person {id: 'person:a'})\nMATCH (b:Body {id: 'body:b'})\nCREATE (p)-[:MEMBER_OF]->(b)"), {});
      await ask('person:a');
      await ask();
    });
    await graph.close();
    expect([answers, asked]).toEqual([
      [[], [], ['body:b'], []],
      [['person:a'], ['person:a']],
    ]);
  });

  test('asks for each node by its id once, until a node is made', async () => {
    const graph = await emptyGraph();
    const asked: string[][] = [];
    const answers: string[][] = [];
    await graph.write(async (real) => {
      const read: Reader['read'] = (query, params) => (asked.push(params['ids'] as string[]), real.read(query, params));
      const tx = remembering({ ...real, read });
      const ask = async (...ids: string[]) => answers.push((await tx.read(queries.record.nodes, { ids })).map(({ n }) => n['id'] as string));
      await tx.run(writingOf("CREATE (:Node:Body {id: 'body:a'}), (:Node:Body {id: 'body:b'})"), {});
      await ask('body:a', 'body:c');
      await ask('body:c', 'body:b', 'body:a');
      await tx.run(writingOf("CREATE (:Node:Body {id: 'body:c'})"), {});
      await ask('body:c');
    });
    await graph.close();
    expect([answers, asked]).toEqual([
      [['body:a'], ['body:b', 'body:a'], ['body:c']],
      [['body:a', 'body:c'], ['body:b'], ['body:c']],
    ]);
  });

  test('asks nothing of what it made itself along edges that it did not write', async () => {
    const graph = await emptyGraph();
    const asked: string[] = [];
    const { Appointment } = nodeCreators;
    const { REPLACES } = edgeCreators;
    const found: unknown[] = [];
    await graph.write(async (real) => {
      const read: Reader['read'] = (query, params) => (asked.push(query.name), real.read(query, params));
      const tx = remembering({ ...real, read });
      const rowsOf = ({ columns }: Creator, ...rows: Record<string, unknown>[]) => rows.map((row) => columns.map((column) => row[column] ?? null));
      const recorded = { recordedAt: 1, retractedAt: NEVER };
      const ask = async (id: string) =>
        found.push([(await tx.read(queries.appointments.replaced, { ids: [id], knownAt: NOW })).map(({ t }) => t.id), asked.length]);
      await tx.run(writingOf("CREATE (:Node:Appointment {id: 'appointment:old'})"), {});
      await tx.run(Appointment?.query as never, { rows: rowsOf(Appointment as Creator, { id: 'appointment:new', ...recorded }) } as never);
      await ask('appointment:new');
      await ask('appointment:old');
      const edge = { id: 'replaces:1', fromId: 'appointment:new', toId: 'appointment:old', ...recorded };
      await tx.run(REPLACES?.query as never, { rows: rowsOf(REPLACES as Creator, edge) } as never);
      await ask('appointment:new');
    });
    await graph.close();
    expect(found).toEqual([
      [[], 0],
      [[], 1],
      [['replaces:1'], 2],
    ]);
  });
});
