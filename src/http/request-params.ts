import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isNoForgery } from './csrf.js';
import { RequestRefusal } from './errors.js';

/** The parameters of a GraphQL request, by POST or by GET. */
export interface RequestParams {
  method: string;
  query: string | null;
  operationName: string | null;
  /** The id of a persisted operation. */
  operationId: string | null;
}

const JSON_TYPE = 'application/json';

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

/** @throws RequestRefusal where a request is no GraphQL request. */
export const readParams = (request: FastifyRequest): RequestParams => {
  const { method, url, hostname, protocol } = request;
  if (method !== 'POST' && method !== 'GET') throw new RequestRefusal(405, 'METHOD_NOT_ALLOWED', 'method', 'GET or POST', method, { allow: 'GET, POST' });
  if (!isNoForgery(request)) throw bad('headers', 'Accept: application/json, or Apollo-Require-Preflight, which no page sends by a link', 'neither');
  if (!URL.canParse(url, `${protocol}://${hostname}/`)) throw bad('Host', 'the name of a host', hostname);
  const { query, operationName, extensions } = method === 'POST' ? fieldsOfBody(request.body) : fieldsOfUrl(url);
  const persisted = isFields(extensions) ? extensions['persistedQuery'] : null;
  const operationId = isFields(persisted) ? textOf(persisted['sha256Hash']) : null;
  if (query !== undefined && typeof query !== 'string') throw bad('query', 'a string', query === null ? 'null' : typeof query);
  if (!query && operationId === null) throw bad('query', 'a GraphQL operation, or the id of one in extensions.persistedQuery', 'neither');
  return { method, query: query ?? null, operationName: textOf(operationName), operationId };
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
