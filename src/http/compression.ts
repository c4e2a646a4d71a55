import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import Negotiator from 'negotiator';
import { encoded } from './serialised.js';
import { varyBy } from './vary.js';

const LEAST_BYTES = 1_024;
const brotli = promisify(brotliCompress);
/** In the order in which they are chosen. */
const ENCODERS: Readonly<Record<string, (bytes: Buffer) => Promise<Buffer>>> = {
  br: (bytes) => brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: promisify<Buffer, Buffer>(gzip),
};

/** Compresses responses for who takes that, all of which are text; requests are never decompressed. */
export const compressResponses = (app: FastifyInstance): void => {
  app.addHook<string | Buffer | null>('onSend', async ({ raw }, reply, payload) => {
    varyBy(reply, 'Accept-Encoding');
    if (!payload) return payload;
    const bytes = typeof payload === 'string' ? await encoded(payload) : payload;
    if (bytes.length < LEAST_BYTES) return bytes;
    const taken = new Negotiator(raw).encodings(Object.keys(ENCODERS));
    const encoder = Object.entries(ENCODERS).find(([name]) => taken.includes(name));
    if (!encoder) return bytes;
    const [name, encode] = encoder;
    reply.header('content-encoding', name).removeHeader('content-length');
    return encode(bytes);
  });
};
