import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';

const EXPLORER = new URL('../../explorer/', import.meta.url);
const HTML = 'text/html; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';
const SCRIPT = 'text/javascript; charset=utf-8';
const STYLE = 'text/css; charset=utf-8';

/** What the page loads from packages, so that it works without a network. */
const PACKAGED = [
  { name: 'react', file: 'umd/react.production.min.js', type: SCRIPT },
  { name: 'react-dom', file: 'umd/react-dom.production.min.js', type: SCRIPT },
  { name: 'graphiql', file: 'graphiql.min.js', type: SCRIPT },
  { name: 'graphiql', file: 'graphiql.min.css', type: STYLE },
] as const;

/** What is ours. */
const PAGE = [
  { path: '/', file: 'index.html', type: HTML },
  { path: '/explorer/examples.json', file: 'examples.json', type: JSON_TYPE },
  { path: '/explorer/page.js', file: 'page.js', type: SCRIPT },
  { path: '/explorer/page.css', file: 'page.css', type: STYLE },
] as const;

const packageFolder = (name: string): string => dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));

/** The explorer at `/`: a GraphiQL with examples. */
export const serveExplorer = async (app: FastifyInstance): Promise<void> => {
  for (const { path, file, type } of PAGE) {
    const content = await readFile(new URL(file, EXPLORER));
    app.get(path, (_, reply) => reply.type(type).send(content));
  }
  for (const { name, file, type } of PACKAGED)
    app.get(`/explorer/${name}/${file}`, async (_, reply) =>
      reply
        .type(type)
        .header('cache-control', 'public, max-age=86400')
        .send(await readFile(join(packageFolder(name), file))),
    );
};
