import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RequestRefusal } from './errors.js';

/** What a request asks, by POST or by GET. */
export interface Asked {
  method: string;
  query: string | null;
  operationName: string | null;
  /** The id of an operation that the server knows. */
  id: string | null;
}

const JSON_TYPE = 'application/json';

/** Headers that a page of another origin cannot send unasked. */
const PROOFS = ['apollo-require-preflight', 'x-apollo-operation-name'];
const OTHER_SITES = ['cross-site', 'same-site'];

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const bad = (what: string, required: string, given: string | number): RequestRefusal => new RequestRefusal(400, 'BAD_REQUEST', what, required, given);

const fieldsOfBody = (body: unknown): Fields => {
  if (Array.isArray(body)) throw bad('body', 'one operation', `a batch of ${body.length}`);
  if (!isFields(body)) throw bad('body', 'an object with a query', body === null ? 'null' : typeof body);
  return body;
};

const fieldsOfUrl = (url: string): Fields => {
  const search = url.slice(url.indexOf('?') + 1);
  try {
    decodeURIComponent(search);
  } catch {
    throw bad('URL', 'percent-encoded UTF-8', 'other bytes');
  }
  const { extensions, ...fields } = Object.fromEntries(new URLSearchParams(search));
  try {
    return { ...fields, extensions: JSON.parse(extensions ?? '{}') as unknown };
  } catch {
    throw bad('extensions', 'JSON', 'text that is none');
  }
};

const JSON_TYPES = /\bapplication\/(?:json|graphql-response\+json)\b/;

/** A script's own fetch: browsers write these headers themselves, and write which site asks. */
const isOwnFetch = ({ headers }: FastifyRequest): boolean => headers['sec-fetch-mode'] === 'cors' && !OTHER_SITES.includes(String(headers['sec-fetch-site']));

/** Not what a link, an image or a form in some page makes a browser send. */
const isDeliberate = (request: FastifyRequest): boolean => {
  const { accept, 'content-type': type } = request.headers;
  return JSON_TYPES.test(`${accept ?? ''} ${type ?? ''}`) || PROOFS.some((name) => Boolean(request.headers[name])) || isOwnFetch(request);
};

/** @throws RequestRefusal where a request cannot be read as a question. */
export const readAsked = (request: FastifyRequest): Asked => {
  const { method, url, hostname, protocol } = request;
  if (method !== 'POST' && method !== 'GET') throw new RequestRefusal(405, 'METHOD_NOT_ALLOWED', 'method', 'GET or POST', method, { allow: 'GET, POST' });
  if (!isDeliberate(request)) throw bad('headers', 'Accept: application/json, or Apollo-Require-Preflight, which no page sends by a link', 'neither');
  if (!URL.canParse(url, `${protocol}://${hostname}/`)) throw bad('Host', 'the name of a host', hostname);
  const { query, operationName, extensions } = method === 'POST' ? fieldsOfBody(request.body) : fieldsOfUrl(url);
  const persisted = isFields(extensions) ? extensions['persistedQuery'] : null;
  const id = isFields(persisted) ? textOf(persisted['sha256Hash']) : null;
  if (query !== undefined && typeof query !== 'string') throw bad('query', 'a string', query === null ? 'null' : typeof query);
  if (!query && id === null) throw bad('query', 'a GraphQL operation, or the id of one in extensions.persistedQuery', 'neither');
  return { method, query: query ?? null, operationName: textOf(operationName), id };
};

/** Bodies are JSON in UTF-8; all else is refused before it is read. */
export const readBodies = (app: FastifyInstance): void => {
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(JSON_TYPE, { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    if (isUtf8(body)) void parseJson(request, body.toString('utf8'), done);
    else done(bad('body', 'JSON in UTF-8', 'other bytes'));
  });
};
