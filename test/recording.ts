import { graphql } from 'graphql';
import { contextFor } from '../src/api/context.js';
import type { Graph } from '../src/graph/port.js';
import { schema } from '../src/mutations/schema.js';
import { released } from '../src/read/context.js';
import type { Actor } from '../src/record/actor.js';

export interface Told {
  status: string;
  replayed: boolean;
  problems: { id: string; code: string; severity: string; path: string[]; required: string; candidates: { id: string }[] }[];
  made: { act: number; because: string; node: { id: string } | null; was: { id: string } | null }[];
  events: { id: string; kind: string; person: { id: string } | null }[];
  carried: { id: string; kind: string; person: { id: string } | null }[];
  findings: { rule: string; message: string }[];
  entry: { id: string } | null;
  proposal: { id: string } | null;
  revision: number;
}

/** All that is told of an entry. */
export const RESULT = `{ status replayed revision problems { id code severity path required given candidates { id } } made { act because node { id } was { id } }
  events { id kind person { id } } carried { id kind person { id } } findings { rule message } entry { id } proposal { id } }`;

const ROLES: Record<string, Actor['role']> = { proposer: 'PROPOSER', import: 'IMPORT', admin: 'ADMIN' };

/** Somebody who writes: by the name of a role, or any other name an editor of all bodies. */
export const actorCalled = (name: string): Actor => ({ id: name, name, role: ROLES[name] ?? 'EDITOR', bodies: null });

/** The answer to an operation of somebody; null: of nobody who may write. */
export const askAs = async (graph: Graph, actor: Actor | null, source: string, variableValues: Record<string, unknown> = {}) => {
  const context = contextFor(graph, undefined, actor ? () => actor : undefined);
  try {
    const { data, errors } = await graphql({ schema, source, variableValues, contextValue: context });
    return { data: JSON.parse(JSON.stringify(data ?? null)) as Record<string, unknown> | null, errors };
  } finally {
    await released(context);
  }
};

/** What comes of an entry of somebody. @throws Error where the answer has errors, or a problem says nothing of what was required. */
export const recordAs = async (graph: Graph, name: string, entry: object): Promise<Told> => {
  const { data, errors } = await askAs(graph, actorCalled(name), `mutation($entry: EntryInput!) { told: record(entry: $entry) ${RESULT} }`, { entry });
  if (errors) throw errors[0] as Error;
  const told = data?.['told'] as Told;
  const mute = told.problems.find(({ required }) => required === '');
  if (mute) throw new Error(`required: words for what was required; given: none for ${mute.code} at ${mute.path.join('.')}`);
  return told;
};
