import { expect } from 'vitest';
import type { World } from './world.js';

const S = ['source:1'];

/** A forum with one member, both of that name: what differs between two worlds is the name, in two nodes. */
export const forumNamed = (name: string): World => ({
  documents: [{ id: 'doc:1', title: 'Minutes', kind: 'minutes', date: '2022-06-21' }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'Anna er medlem.' }],
  people: [{ id: 'person:anna', name, sources: S }],
  bodies: [{ id: 'body:forum', kind: 'FORUM', name, sources: S }],
  memberships: [{ id: 'membership:anna', person: 'person:anna', body: 'body:forum', role: 'MEMBER', from: '2020', sources: S }],
});

/** Asks both nodes for the name. */
export const NAMES = '{ person(id: "person:anna") { name } body(id: "body:forum") { name } }';
export const named = (name: string) => ({ data: { person: { name }, body: { name } }, extensions: { cost: { estimate: 4, limit: expect.any(Number) } } });
