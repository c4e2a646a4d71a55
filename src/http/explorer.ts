import { readFileSync, readdirSync } from 'node:fs';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { digest, matchesEtag } from './etag.js';
import type { SignInProvider } from './identity/provider.js';

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

/** Its own scripts and styles, and no other host but where people sign in. Nothing in it makes a script of text. */
const pagePolicy = (provider: SignInProvider | null): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    ["connect-src 'self'", ...(provider ? [new URL(provider.issuer).origin] : [])].join(' '),
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
  /** Its parameters that hold ids, several between commas. */
  ids?: string[];
}

/** As many ids of an address are looked up. */
const MOST_IDS = 20;

interface File {
  content: Buffer;
  etag: string;
  type: string;
}

const fileWith = (path: string, content: Buffer): File => ({
  content,
  etag: `W/"${digest(content.toString())}"`,
  type: TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream',
});

const fileOf = (path: string): File => fileWith(path, readFileSync(new URL(path, EXPLORER)));

const jsonOf = <Content>(path: string): Content => JSON.parse(readFileSync(new URL(path, EXPLORER), 'utf8')) as Content;

/** What the page asks, by the ids of its operations. */
export const explorerOperations = (): ReadonlyMap<string, string> => new Map(Object.entries(jsonOf<Record<string, string>>('operations.json')));

/** What has not changed is not sent again. */
const send = (request: FastifyRequest, reply: FastifyReply, { content, etag, type }: File, caching = 'no-cache'): FastifyReply => {
  reply.header('etag', etag).header('cache-control', caching);
  return matchesEtag(request.headers['if-none-match'], etag) ? reply.code(304).send() : reply.type(type).send(content);
};

export const takesPages = ({ headers: { accept } }: FastifyRequest): boolean => accept?.includes('text/html') ?? false;

/** An address without the slash that its path ends in. */
const bareOf = (url: string): string => url.replace(/(?<!\/)\/+(?=\?|$)/, '');

const idsIn = (said: unknown): string[] => (typeof said === 'string' ? said.split(',').filter(Boolean) : []);

/** The page, for an address that leads to nothing: it says so in the words of the reader. */
type SendMissing = (reply: FastifyReply, status?: 400 | 404) => FastifyReply;

/** @param provider where people sign in; null: nowhere */
export const missingPage = (provider: SignInProvider | null): SendMissing => {
  const policy = pagePolicy(provider);
  const page = fileOf('index.html');
  return (reply, status = 404) =>
    reply.code(status).header('content-security-policy', policy).header('cache-control', 'no-store').type(page.type).send(page.content);
};

/**
 * The explorer at `/` and its addresses, and a GraphiQL with examples at `/graphiql`. An address that leads to nothing gets a page
 * that says so, with the status 404. `/explorer/sign-in.json` tells the page where people sign in; null: nowhere.
 * @param isThere whether there is a thing of an id
 */
export const serveExplorer = (
  app: FastifyInstance,
  provider: SignInProvider | null,
  isThere: (request: FastifyRequest, id: string) => Promise<boolean>,
): void => {
  const policy = pagePolicy(provider);
  const page = fileOf('index.html');
  const sendPage = (request: FastifyRequest, reply: FastifyReply): FastifyReply => send(request, reply.header('content-security-policy', policy), page);
  const sendMissing = missingPage(provider);

  const routes = jsonOf<Route[]>('routes.json');
  for (const { path, prefix, ids = [] } of routes)
    app.get<{ Params: { name?: string }; Querystring: Record<string, unknown> }>(path, async (request, reply) => {
      const { name } = request.params;
      if (prefix && !name) return reply.redirect(bareOf(request.url), 308);
      // Whoever knows the id of a thing finds its page by it.
      if (prefix && name?.startsWith(prefix)) return reply.redirect(request.url.replace(/[^/?]*(?=\?|$)/, encodeURIComponent(name.slice(prefix.length))), 308);
      const asked = prefix && name ? [`${prefix}${name}`] : ids.flatMap((one) => idsIn(request.query[one])).slice(0, MOST_IDS);
      const there = await Promise.all(asked.map((id) => isThere(request, id)));
      return there.includes(false) ? sendMissing(reply) : sendPage(request, reply);
    });
  for (const name of readdirSync(new URL('assets/', EXPLORER))) {
    const file = fileOf(`assets/${name}`);
    app.get(`/explorer/assets/${name}`, (request, reply) => send(request, reply, file, FOREVER));
  }
  const signIn = '/explorer/sign-in.json';
  for (const [path, file] of [
    ['/graphiql', fileOf('graphiql/index.html')],
    ['/graphiql/examples.json', fileOf('graphiql/examples.json')],
    ['/explorer/licenses.txt', fileOf('licenses.txt')],
    [signIn, fileWith(signIn, Buffer.from(JSON.stringify(provider)))],
  ] as const)
    app.get(path, (request, reply) => send(request, reply, file));
  const shapes = routes.map(({ path }) => new RegExp(`^${path.replace(':name', '[^/]+')}$`));
  app.get('/*', (request, reply) => {
    if (!takesPages(request)) return reply.callNotFound();
    const bare = bareOf(request.url);
    return bare !== request.url && shapes.some((shape) => shape.test(bare.split('?')[0] ?? '')) ? reply.redirect(bare, 308) : sendMissing(reply);
  });
};
