import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll } from 'vitest';
import type { Page } from 'playwright-core';
import type { Graph } from '../../src/graph/port.js';
import type { IdentitySettings } from '../../src/http/identity/settings.js';
import { post } from '../http.js';
import { AUDIENCE, ISSUER, bearing, jwksOf, signerOf, tokenBy } from '../tokens.js';
import { type Explorer, startExplorer, whole } from './explorer.js';

/** The operations that the pages ask, by their ids. */
export const LISTED = Object.entries(JSON.parse(readFileSync('dist/explorer/operations.json', 'utf8')) as Record<string, string>);
const signer = signerOf('ES256');

/** A token of somebody, an editor unless it says otherwise. */
export const tokenOf = (more: object = {}): string => tokenBy(signer, more);

/** Settings by which such tokens are taken. Their keys lie in a folder that whoever asks takes away. */
const takingTokens = (): { identity: IdentitySettings; folder: string } => {
  const folder = mkdtempSync(join(tmpdir(), 'mandat-keys-'));
  const file = join(folder, 'keys.json');
  writeFileSync(file, jwksOf(signer));
  return { folder, identity: { jwks: pathToFileURL(file), issuer: ISSUER, audience: AUDIENCE, folder: null } };
};

/** Opens the explorer of a server that takes such tokens before the tests of a file, and closes it after them. */
export const servingSignedIn = (serve: (explorer: Explorer) => void, graphOf?: () => Promise<Graph>): void => {
  const { folder, identity } = takingTokens();
  let explorer: Explorer;
  beforeAll(async () => {
    explorer = await startExplorer(identity, null, graphOf);
    serve(explorer);
  }, 300_000);
  afterAll(async () => {
    await explorer.close();
    rmSync(folder, { recursive: true });
  });
};

export interface Told {
  status: string;
  entry: { id: string; number: number } | null;
  proposal: { id: string } | null;
}

/** Says something beside the pages, by a mutation of the explorer. @throws Error where it is answered by an error */
export const sendAs = async ({ address }: Explorer, token: string, operation: string, variables: object): Promise<Told> => {
  const [sha256Hash] = LISTED.find(([, text]) => text.includes(`mutation ${operation}(`)) as [string, string];
  const { json } = await post(address, JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash } }, variables }), bearing(token));
  if (json.errors) throw new Error(JSON.stringify(json.errors));
  return Object.values(json.data as Record<string, Told>)[0] as Told;
};

/** Opens an address as somebody who has signed in. */
export const openAs = async ({ blank, address }: Explorer, token: string, path: string, width: number): Promise<Page> => {
  const page = await blank(width);
  await page.evaluate(`sessionStorage.setItem('mandat-token', ${JSON.stringify(token)})`);
  await page.goto(address + path);
  await whole(page);
  return page;
};
