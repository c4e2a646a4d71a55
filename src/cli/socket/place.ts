import { closeSync, constants, openSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Refusal } from '../refusal.js';

const NAME = 'mandat.sock';

/** The longest path that a socket may have, in bytes. */
const LONGEST = 103;

export interface Place {
  path: string;
  /** Where it was reached through its folder, that is closed. */
  leave: () => void;
}

/** Where the server of a data folder listens for commands: by a path that is short enough, through the open folder where its own is not. */
export const placeIn = (folder: string): Place => {
  const path = join(resolve(folder), NAME);
  if (Buffer.byteLength(path) <= LONGEST) return { path, leave: () => undefined };
  const open = openSync(folder, constants.O_RDONLY | constants.O_DIRECTORY);
  return { path: `/proc/self/fd/${open}/${NAME}`, leave: () => closeSync(open) };
};

/** Whether there is a socket, of a server that runs or of one that was killed. */
export const isSocket = ({ path }: Place): boolean => statSync(path, { throwIfNoEntry: false })?.isSocket() ?? false;

const OTHERS_WRITE = 0o022;

/** @throws Refusal where others than who runs this could put a socket of theirs in the place of the server's. */
export const requireOwn = (folder: string): void => {
  const { mode, uid } = statSync(folder);
  const self = process.getuid?.() ?? uid;
  const given = mode & OTHERS_WRITE ? `mode ${(mode & 0o7777).toString(8)}` : self !== 0 && uid !== self ? "another user's" : null;
  if (given !== null)
    throw new Refusal(`MANDAT_DATA: required: a folder that only its owner may write, for commands to the server that runs there; given: ${folder}, ${given}`);
};
