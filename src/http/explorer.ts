import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import { digest, matchesEtag } from './etag.js';

/** As it was built: all that the page loads, so that it works without a network. */
const EXPLORER = new URL('../../dist/explorer/', import.meta.url);

const FILES = [
  { path: '/', file: 'index.html', type: 'text/html; charset=utf-8' },
  { path: '/explorer/page.js', file: 'page.js', type: 'text/javascript; charset=utf-8' },
  { path: '/explorer/page.css', file: 'page.css', type: 'text/css; charset=utf-8' },
  { path: '/explorer/examples.json', file: 'examples.json', type: 'application/json; charset=utf-8' },
  { path: '/explorer/licenses.txt', file: 'licenses.txt', type: 'text/plain; charset=utf-8' },
] as const;

/** The explorer at `/`: a GraphiQL with examples. What has not changed is not sent again. */
export const serveExplorer = async (app: FastifyInstance): Promise<void> => {
  for (const { path, file, type } of FILES) {
    const content = await readFile(new URL(file, EXPLORER));
    const etag = `W/"${digest(content.toString())}"`;
    app.get(path, (request, reply) => {
      reply.header('etag', etag).header('cache-control', 'no-cache');
      return matchesEtag(request.headers['if-none-match'], etag) ? reply.code(304).send() : reply.type(type).send(content);
    });
  }
};
