import { readFileSync, readdirSync } from 'node:fs';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { digest, matchesEtag } from './etag.js';

/** As it was built: all that the pages load, so that they work without a network. */
const EXPLORER = new URL('../../dist/explorer/', import.meta.url);

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  ttf: 'font/ttf',
  txt: 'text/plain; charset=utf-8',
};

/** Its own scripts and styles, and no other host. Nothing in it makes a script of text. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join(';');

/** The name of an asset holds the hash of what is in it. */
const FOREVER = 'public, max-age=31536000, immutable';

interface Route {
  path: string;
  /** What the ids of its things begin with. */
  prefix?: string;
}

interface File {
  content: Buffer;
  etag: string;
  type: string;
}

const fileOf = (path: string): File => {
  const content = readFileSync(new URL(path, EXPLORER));
  return { content, etag: `W/"${digest(content.toString())}"`, type: TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream' };
};

const jsonOf = <Content>(path: string): Content => JSON.parse(readFileSync(new URL(path, EXPLORER), 'utf8')) as Content;

/** What the page asks, by the ids of its operations. */
export const explorerOperations = (): ReadonlyMap<string, string> => new Map(Object.entries(jsonOf<Record<string, string>>('operations.json')));

/** What has not changed is not sent again. */
const send = (request: FastifyRequest, reply: FastifyReply, { content, etag, type }: File, caching = 'no-cache'): FastifyReply => {
  reply.header('etag', etag).header('cache-control', caching);
  return matchesEtag(request.headers['if-none-match'], etag) ? reply.code(304).send() : reply.type(type).send(content);
};

const takesPages = ({ headers: { accept } }: FastifyRequest): boolean => accept?.includes('text/html') ?? false;

/**
 * The explorer at `/` and its addresses, and a GraphiQL with examples at `/graphiql`. An address that leads to nothing gets a page
 * that says so, with the status 404. @param isThere whether there is a thing of an id
 */
export const serveExplorer = (app: FastifyInstance, isThere: (request: FastifyRequest, id: string) => Promise<boolean>): void => {
  const page = fileOf('index.html');
  const sendPage = (request: FastifyRequest, reply: FastifyReply): FastifyReply => send(request, reply.header('content-security-policy', PAGE_POLICY), page);
  const sendMissing = (reply: FastifyReply): FastifyReply =>
    reply.code(404).header('content-security-policy', PAGE_POLICY).header('cache-control', 'no-store').type(page.type).send(page.content);

  for (const { path, prefix } of jsonOf<Route[]>('routes.json'))
    app.get<{ Params: { name?: string } }>(path, async (request, reply) => {
      const { name } = request.params;
      return prefix && name && !(await isThere(request, `${prefix}${name}`)) ? sendMissing(reply) : sendPage(request, reply);
    });
  for (const name of readdirSync(new URL('assets/', EXPLORER))) {
    const file = fileOf(`assets/${name}`);
    app.get(`/explorer/assets/${name}`, (request, reply) => send(request, reply, file, FOREVER));
  }
  for (const [path, name] of [
    ['/graphiql', 'graphiql/index.html'],
    ['/graphiql/examples.json', 'graphiql/examples.json'],
    ['/explorer/licenses.txt', 'licenses.txt'],
  ] as const) {
    const file = fileOf(name);
    app.get(path, (request, reply) => send(request, reply, file));
  }
  app.get('/*', (request, reply) => (takesPages(request) ? sendMissing(reply) : reply.callNotFound()));
};
