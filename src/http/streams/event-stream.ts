import type { ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';

/** How often a stream without events says that it is still there: proxies close what is silent. */
const HEARTBEAT_MS = 15_000;

/** How long a client may take to read what was sent before more is: then it is cut off, and begins anew where it was. */
const READS_WITHIN_MS = 30_000;

/** Server-Sent Events to one client, as `graphql-sse` writes them in distinct connections mode. */
export interface EventStream {
  /** Says that it is over: the client went, was too slow, or the server shuts down. */
  signal: AbortSignal;
  /** Resolves when more may be sent. */
  send: (event: 'next' | 'complete', data?: unknown) => Promise<void>;
  /** Ends it without a word: who wants more connects again. */
  end: () => void;
}

const drained = (raw: ServerResponse, signal: AbortSignal, readsWithinMs: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const done = (settle: () => void): void => {
      clearTimeout(timer);
      raw.off('drain', drain);
      signal.removeEventListener('abort', abort);
      settle();
    };
    const drain = (): void => done(resolve);
    const abort = (): void => done(() => reject(signal.reason as Error));
    const timer = setTimeout(() => raw.destroy(), readsWithinMs);
    raw.once('drain', drain);
    signal.addEventListener('abort', abort);
  });

export const openEventStream = (reply: FastifyReply, readsWithinMs = READS_WITHIN_MS): EventStream => {
  const { raw } = reply.hijack();
  const over = new AbortController();
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // Proxies that hold an answer back until it is whole pass this one on.
    'x-accel-buffering': 'no',
  });
  const write = async (text: string): Promise<void> => {
    over.signal.throwIfAborted();
    if (!raw.write(text)) await drained(raw, over.signal, readsWithinMs);
  };
  raw.flushHeaders();
  const beat = setInterval(() => raw.writableNeedDrain || raw.write(':\n\n'), HEARTBEAT_MS);
  raw.once('close', () => {
    clearInterval(beat);
    over.abort(new Error('the stream is over'));
  });
  return {
    signal: over.signal,
    send: (event, data) => write(`event: ${event}\ndata:${data === undefined ? '' : ` ${JSON.stringify(data)}`}\n\n`),
    end: () => {
      raw.end();
      // What a client does not read would keep the connection.
      setTimeout(() => raw.destroy(), 1_000).unref();
    },
  };
};
