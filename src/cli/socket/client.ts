import { existsSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { GraphSettings } from '../../graph/open.js';
import { Refusal } from '../refusal.js';
import type { Caller, Work } from '../work.js';
import { hear } from './lines.js';
import { type Place, isSocket, placeIn, requireOwn } from './place.js';

const ENDED = 'The server ended before it had answered: what it was writing is there whole, or not at all. Give the command again.';

const post = ({ path: socketPath }: Place, name: string, asked: unknown): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const body = JSON.stringify(asked);
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    request({ socketPath, path: `/${name}`, method: 'POST', agent: false, headers }, resolve)
      .on('error', reject)
      .end(body);
  });

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

/** Nobody listens any longer: the socket is of a server that was killed, or that ends. */
const NOBODY = ['ECONNREFUSED', 'ENOENT'];

const speak = async (place: Place, name: string, asked: unknown, caller: Pick<Caller, 'print' | 'tell'>): Promise<number | null> => {
  const answer = await post(place, name, asked).catch((error: unknown) => {
    if (NOBODY.includes(codeOf(error) ?? '')) return null;
    if (codeOf(error) === 'EACCES') throw new Refusal('The server that has the embedded graph open is of another user, who alone may give it commands.');
    throw new Refusal(ENDED);
  });
  if (!answer) return null;
  if (answer.statusCode !== 200) throw new Refusal(`The server that has the embedded graph open: ${await text(answer)}`);
  const code = await hear(answer, caller).catch(() => null);
  if (code === null) throw new Refusal(ENDED);
  return code;
};

/** Has the server that has the graph of the settings open do some work. Returns its exit code; null: no server has it. */
export const askServer = async <A>(
  settings: GraphSettings,
  { name }: Pick<Work<A>, 'name'>,
  asked: A,
  caller: Pick<Caller, 'print' | 'tell'>,
): Promise<number | null> => {
  const folder = 'folder' in settings ? settings.folder : null;
  if (folder === null || !existsSync(folder)) return null;
  const place = placeIn(folder);
  try {
    if (!isSocket(place)) return null;
    requireOwn(folder);
    return await speak(place, name, asked, caller);
  } finally {
    place.leave();
  }
};
