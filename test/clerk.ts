import { graphql } from 'graphql';
import { contextFor } from '../src/api/context.js';
import type { Graph } from '../src/graph/port.js';
import { schema } from '../src/mutations/schema.js';
import { released } from '../src/read/context.js';
import type { Actor } from '../src/record/actor.js';

/** What somebody is told of what they say. */
export interface Told {
  status: string;
  replayed: boolean;
  revision: number;
  problems: { id: string; code: string; severity: string; path: string[]; given: string | null; things: { id: string }[] }[];
  made: { act: number; because: string; node: { id: string } | null; was: { id: string } | null }[];
  events: { kind: string; person: { id: string } | null }[];
  carried: { kind: string; person: { id: string } | null }[];
  findings: { rule: string }[];
  entry: { id: string; undoes: { id: string } | null; undoneBy: { id: string } | null } | null;
  proposal: { id: string; status: string } | null;
}

const TOLD = `{ status replayed revision problems { id code severity path given things { id } } made { act because node { id } was { id } }
  events { kind person { id } } carried { kind person { id } } findings { rule } entry { id undoes { id } undoneBy { id } } proposal { id status } }`;

/** Who may write everywhere. */
export const EDITOR: Actor = { id: 'anna', name: 'Anna', role: 'EDITOR', bodies: null };

/** Who may erase too. */
export const ADMIN: Actor = { id: 'root', name: 'Root', role: 'ADMIN', bodies: null };

/** JSON of any shape. */
type Answer = any;

/** What somebody who is known by a token, or nobody, is answered. */
export const askAs = async (
  graph: Graph,
  actor: Actor | null,
  source: string,
  variableValues: Record<string, unknown> = {},
): Promise<{ data: Answer; codes: unknown[] }> => {
  const context = contextFor(graph, undefined, actor ? () => actor : undefined);
  try {
    const { data, errors } = await graphql({ schema, source, variableValues, contextValue: context });
    return { data: JSON.parse(JSON.stringify(data ?? null)), codes: (errors ?? []).map(({ extensions, message }) => extensions['code'] ?? message) };
  } finally {
    await released(context);
  }
};

const toldTo = async (graph: Graph, actor: Actor, operation: string, variables: Record<string, unknown>): Promise<Told> => {
  const { data, codes } = await askAs(graph, actor, operation, variables);
  if (codes.length > 0) throw new Error(codes.join(', '));
  return data.told as Told;
};

let keys = 0;
/** A key that nothing was said under. */
export const aKey = (): string => `key-${(keys += 1)}`;

/** Somebody who writes. */
export const clerkOf = (graph: Graph, actor: Actor = EDITOR) => ({
  record: (acts: object[], more: object = {}): Promise<Told> =>
    toldTo(graph, actor, `mutation($entry: EntryInput!) { told: record(entry: $entry) ${TOLD} }`, { entry: { key: aKey(), acts, ...more } }),
  review: (proposal: string | undefined, verdict: string, more: object = {}): Promise<Told> =>
    toldTo(
      graph,
      actor,
      `mutation($proposal: ID!, $verdict: Verdict!, $note: String, $accept: [ID!]) { told: review(proposal: $proposal, verdict: $verdict, note: $note, accept: $accept) ${TOLD} }`,
      { proposal, verdict, ...more },
    ),
  undo: (entry: string | undefined, more: object = {}): Promise<Told> =>
    toldTo(
      graph,
      actor,
      `mutation($entry: ID!, $key: ID!, $why: String!, $mode: Mode!) { told: undo(entry: $entry, key: $key, why: $why, mode: $mode) ${TOLD} }`,
      {
        entry,
        key: aKey(),
        why: 'It was not so.',
        mode: 'WRITE',
        ...more,
      },
    ),
});
