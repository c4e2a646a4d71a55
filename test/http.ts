import { Writable } from 'node:stream';

/** JSON of any shape. */
type Answer = any;

export interface Answered {
  status: number;
  headers: Headers;
  text: string;
  json: Answer;
}

const read = async (response: Response): Promise<Answered> => {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : null };
};

export const get = async (url: string, headers: Record<string, string> = {}): Promise<Answered> => read(await fetch(url, { headers }));

/** Posts a body as it is. */
export const post = async (address: string, body: string | Uint8Array, headers: Record<string, string> = {}): Promise<Answered> =>
  read(await fetch(`${address}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body }));

/** Asks a GraphQL operation. */
export const ask = (address: string, query: string, more: object = {}, headers: Record<string, string> = {}): Promise<Answered> =>
  post(address, JSON.stringify({ query, ...more }), headers);

/** A refusal is JSON with one error that has a code, and shows nothing of the inside. */
export const refusalIn = ({ headers, text, json }: Answered): { message: string; extensions: Record<string, unknown> } => {
  if (!headers.get('content-type')?.includes('json')) throw new Error(`required: JSON; given: ${text.slice(0, 200)}`);
  if (/<html|node_modules|\bat \w+ \(|\/src\/|\/dist\/|bolt:|"stack/.test(text))
    throw new Error(`required: nothing of the inside; given: ${text.slice(0, 500)}`);
  if (json.errors?.length !== 1) throw new Error(`required: one error; given: ${text.slice(0, 500)}`);
  return json.errors[0];
};

/** A log that a test can read. */
export const logOf = (): { to: Writable; lines: () => Record<string, unknown>[] } => {
  let written = '';
  const to = new Writable({ write: (chunk, _, done) => ((written += String(chunk)), done()) });
  return {
    to,
    lines: () =>
      written
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Record<string, unknown>),
  };
};
