import type { Graph } from '../src/graph/port.js';
import { type RunningServer, startServer } from '../src/http/server.js';
import { type Answered, ask } from './http.js';
import { RESULT, type Told } from './recording.js';
import { AUDIENCE, ISSUER, bearing, jwksOf, signerOf, tokenBy } from './tokens.js';

const signer = signerOf('ES256');

/** The keys that servers of the tests trust. */
export const TRUSTED_KEYS = jwksOf(signer);

/** Whose tokens a server in the process trusts. */
export const TRUSTING = { jwks: new URL(`data:application/json,${encodeURIComponent(TRUSTED_KEYS)}`), issuer: ISSUER, audience: AUDIENCE, folder: null };

/** The headers of somebody of a role. */
export const headersOf = (role: string, more: object = {}): Record<string, string> => bearing(tokenBy(signer, { mandat_role: role, ...more }));

let keys = 0;
const aKey = (): string => `office-${(keys += 1)}`;

/** The data of an answer over HTTP. @throws Error where it has errors. */
const dataOf = async (address: string, query: string, variables: object, headers: Record<string, string>): Promise<Answered['json']> => {
  const { json } = await ask(address, query, { variables }, headers);
  if (json.errors) throw new Error(JSON.stringify(json.errors));
  return json.data;
};

/** Minutes of a day, and what they say. */
export const minutesOf = (date: string, quote: string): object => ({
  passage: { document: { new: { id: `doc:minutes-${date}`, title: `Minutes of ${date}`, kind: 'minutes', date } }, quote },
});

const RECORD = `mutation ($entry: EntryInput!) { told: record(entry: $entry) ${RESULT} }`;
const UNDO = `mutation ($entry: ID!, $key: ID!, $why: String!) { told: undo(entry: $entry, key: $key, why: $why) ${RESULT} }`;

/** What is said of an entry whether it was checked or written. */
const ofEntry = ({ problems, made, events, carried, findings }: Told) => ({ problems, made, events, carried, findings });

/** A server over a graph, and a clerk with a token who speaks to it over HTTP. */
export interface Office {
  server: RunningServer;
  ask: (query: string, variables?: object) => Promise<Answered['json']>;
  record: (acts: readonly object[], source: object, more?: object) => Promise<Told>;
  /** Writes an entry that a check told all of before. @throws Error where the check told otherwise, or nothing was written. */
  write: (acts: readonly object[], source: object, accept?: readonly string[]) => Promise<Told>;
  undo: (entry: string | undefined, why: string) => Promise<Told>;
  close: () => Promise<void>;
}

export const officeOf = async (graph: Graph): Promise<Office> => {
  const server = await startServer(graph, { port: 0, log: 'silent', identity: TRUSTING, deadlineMs: 120_000 });
  const editor = headersOf('editor');
  const record: Office['record'] = async (acts, source, more = {}) =>
    (await dataOf(server.address, RECORD, { entry: { key: aKey(), acts, source, ...more } }, editor)).told;
  return {
    server,
    ask: (query, variables = {}) => dataOf(server.address, query, variables, {}),
    record,
    write: async (acts, source, accept = []) => {
      const checked = await record(acts, source, { mode: 'CHECK', accept });
      const written = await record(acts, source, { accept });
      const [before, after] = [checked, written].map((told) => JSON.stringify(ofEntry(told)));
      if (before !== after) throw new Error(`required: what the check told, ${before}; given: ${after}`);
      if (written.status !== 'WRITTEN') throw new Error(`required: WRITTEN; given: ${written.status} ${JSON.stringify(written.problems)}`);
      return written;
    },
    undo: async (entry, why) => (await dataOf(server.address, UNDO, { entry, key: aKey(), why }, editor)).told,
    close: () => server.close(),
  };
};
