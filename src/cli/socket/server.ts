import { rmSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import fastify, { type FastifyInstance } from 'fastify';
import { within } from '../../graph/deadline.js';
import type { Graph } from '../../graph/port.js';
import { type ReadLimits, fairQueue, queued } from '../../graph/queued.js';
import { Refusal, explain } from '../refusal.js';
import type { Caller, Work } from '../work.js';
import { type Line, encoded } from './lines.js';
import { type Place, isSocket, placeIn, requireOwn } from './place.js';
import { type InLine, tellingWaits } from './writers.js';

const MOST_BYTES = 64 * 2 ** 20;
const OWNER_ALONE = 0o177;
const LEAVES_WITHIN_MS = 1_000;
const ENDS = 'The server ends: what it was writing is written, the rest is not. Give the command again.';

export type Works = Readonly<Record<string, Work<never>>>;

export interface CommandServer {
  /** Takes no more commands, lets what is being written be written whole, and ends the rest. */
  close: () => Promise<void>;
}

export interface CommandOptions {
  works: Works;
  inLine: InLine;
  /** What the commands ask the graph at a time, beside the requests. */
  reads: ReadLimits;
}

/** The graph as long as somebody waits for what is read; what is being written is written. */
const whileAwaited = (graph: Graph, { gone }: Caller): Graph => ({
  ...graph,
  read: async (query, params, withinMs) => {
    gone.throwIfAborted();
    return graph.read(query, params, withinMs);
  },
});

/** No moment passes in which others may speak to the socket. */
const listen = (app: FastifyInstance, { path }: Place): Promise<void> =>
  new Promise((resolve, reject) => {
    const before = process.umask(OWNER_ALONE);
    try {
      app.server.on('error', reject).listen(path, resolve);
    } finally {
      process.umask(before);
    }
  });

/** Listens in the data folder of an embedded graph that is open for the commands of its owner. */
export const serveCommands = async (graph: Graph, folder: string, { works, inLine, reads: { each } }: CommandOptions): Promise<CommandServer> => {
  const app = fastify({ bodyLimit: MOST_BYTES });
  const queue = fairQueue({ each, all: each });
  const underWay = new Map<Promise<void>, AbortController>();

  const perform = async (work: Work<never>, asked: never, caller: Caller): Promise<number> => {
    const own = whileAwaited(tellingWaits(queued(graph, queue, caller), caller.tell), caller);
    const run = async (): Promise<number> => {
      caller.gone.throwIfAborted();
      return work.run(own, asked, caller);
    };
    try {
      return await (work.writes ? inLine(work.title(asked), caller.tell, run) : run());
    } catch (error) {
      const { message, exitCode } = explain(error);
      caller.tell(message);
      return exitCode;
    }
  };

  app.post<{ Params: { name: string } }>('/:name', async ({ params: { name }, body }, reply) => {
    const work = Object.hasOwn(works, name) ? works[name] : undefined;
    if (!work) return reply.code(404).send(`it knows no command ${name}: end it, and start this version`);
    const lines = new PassThrough();
    const say = (line: Line): void => void lines.write(encoded(line));
    const awaited = new AbortController();
    reply.raw.once('close', () => awaited.abort());
    const caller: Caller = { print: (out) => say({ out }), tell: (err) => say({ err }), gone: awaited.signal };
    const done: Promise<void> = perform(work, body as never, caller).then((code) => {
      lines.end(encoded({ code }));
      underWay.delete(done);
    });
    underWay.set(done, awaited);
    return reply.type('application/x-ndjson').send(lines);
  });

  requireOwn(folder);
  const place = placeIn(folder);
  try {
    // Whoever has the graph open is the only server of the folder: a socket that is there is left of one that was killed.
    if (isSocket(place)) rmSync(place.path);
    await app.ready();
    await listen(app, place);
  } catch (error) {
    place.leave();
    throw error;
  }
  return {
    close: async () => {
      const closed = app.close();
      for (const awaited of underWay.values()) awaited.abort(new Refusal(ENDS));
      await Promise.all(underWay.keys());
      await within(closed, LEAVES_WITHIN_MS, () => app.server.closeAllConnections());
      place.leave();
    },
  };
};
