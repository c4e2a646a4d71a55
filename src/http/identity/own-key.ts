import { link, open, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type JSONWebKeySet, type JWK, SignJWT, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK } from 'jose';
import { makeFolder } from '../../graph/folder.js';
import type { Claims } from '../../record/actor.js';

/** What tokens that are signed with the key of a data folder say of who made them, and for whom. */
export const OWN = 'mandat';

const ALGORITHM = 'ES256';

export const ownKeyPath = (folder: string): string => join(folder, 'token-key.json');

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

const OTHERS = 0o077;

/** The private key of a folder; null: it has none. @throws Error where others than its owner, or that of the folder, may have read or put it there */
const readOwnKey = async (folder: string): Promise<JWK | null> => {
  const file = await open(ownKeyPath(folder)).catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
  if (!file) return null;
  try {
    const [{ uid, mode }, around] = await Promise.all([file.stat(), stat(folder)]);
    const owners = [process.getuid?.(), around.uid];
    if (mode & OTHERS || !owners.includes(uid)) throw new Error(`${ownKeyPath(folder)} is not its owner's alone`);
    return JSON.parse(await file.readFile('utf8')) as JWK;
  } finally {
    await file.close();
  }
};

/** Written whole beside its place and then put there, unless another has been put there before. */
const makeOwnKey = async (folder: string): Promise<void> => {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const jwk = await exportJWK(privateKey);
  const beside = `${ownKeyPath(folder)}.${process.pid}`;
  makeFolder(folder);
  await writeFile(beside, JSON.stringify({ ...jwk, kid: await calculateJwkThumbprint(jwk), alg: ALGORITHM, use: 'sig' }), { mode: 0o600 });
  try {
    await link(beside, ownKeyPath(folder));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(beside);
  }
};

/** What checks tokens that are signed with the key of a folder: none as long as it has none. */
export const ownKeys = async (folder: string): Promise<JSONWebKeySet> => {
  const key = await readOwnKey(folder);
  if (!key) return { keys: [] };
  const { d: _, ...publicKey } = key;
  return { keys: [publicKey] };
};

/** A token with some claims, signed with the key of a folder, which is made where it has none. */
export const signedByFolder = async (folder: string, claims: Claims, from: Date, until: Date): Promise<string> => {
  if (!(await readOwnKey(folder))) await makeOwnKey(folder);
  const key = (await readOwnKey(folder)) as JWK;
  return new SignJWT(claims)
    .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT', kid: key.kid ?? '' })
    .setIssuer(OWN)
    .setAudience(OWN)
    .setIssuedAt(from)
    .setExpirationTime(until)
    .sign(await importJWK(key, ALGORITHM));
};
