import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { cutText } from '../read/given.js';
import { type Fields, isFields } from '../record/fields.js';
import { isNoForgery } from './csrf.js';
import { GRAPHQL_RESPONSE, RequestRefusal } from './errors.js';
import { type JsonLimits, requireSmallJson } from './limits/json.js';

/** The parameters of a GraphQL request, by POST or by GET. */
export interface RequestParams {
  method: string;
  query: string | null;
  operationName: string | null;
  /** The id of a persisted operation. */
  operationId: string | null;
}

const JSON_TYPE = 'application/json';

const kindOf = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : typeof value;
};

const bad = (what: string, required: string, given: string | number): RequestRefusal => new RequestRefusal(400, 'BAD_REQUEST', what, required, given);

const unsupported = (header: string, required: string, given: string): RequestRefusal =>
  new RequestRefusal(415, 'UNSUPPORTED_MEDIA_TYPE', header, required, cutText(given));

const fieldsOfBody = (body: unknown): Fields => {
  if (Array.isArray(body)) throw bad('body', 'one operation', `a batch of ${body.length}`);
  if (!isFields(body)) throw bad('body', 'an object with a query', kindOf(body));
  return body;
};

const jsonIn = (fields: Readonly<Record<string, string>>, name: string): Fields => {
  try {
    return fields[name] === undefined ? {} : { [name]: JSON.parse(fields[name]) as unknown };
  } catch {
    throw bad(name, 'JSON', 'text that is none');
  }
};

const fieldsOfUrl = ({ url, headers }: FastifyRequest): Fields => {
  const type = headers['content-type'];
  if (type !== undefined && !/^application\/json\s*(?:;|$)/i.test(type)) throw unsupported('Content-Type', JSON_TYPE, type);
  const search = url.slice(url.indexOf('?') + 1);
  try {
    decodeURIComponent(search);
  } catch {
    throw bad('URL', 'percent-encoded UTF-8', 'other bytes');
  }
  const params = new URLSearchParams(search);
  for (const name of ['query', 'operationName', 'variables', 'extensions'])
    if (params.getAll(name).length > 1) throw bad(name, 'one', params.getAll(name).length);
  const fields = Object.fromEntries(params);
  return { ...fields, ...jsonIn(fields, 'variables'), ...jsonIn(fields, 'extensions') };
};

/** The id by which a persisted operation is asked for; null: by none. */
const operationIdIn = (extensions: unknown): string | null => {
  const persisted = isFields(extensions) ? (extensions['persistedQuery'] ?? null) : null;
  if (persisted === null) return null;
  if (!isFields(persisted)) throw bad('extensions.persistedQuery', 'an object', kindOf(persisted));
  const { version, sha256Hash: id } = persisted;
  if (version !== 1) throw bad('extensions.persistedQuery.version', '1', typeof version === 'number' ? version : kindOf(version));
  if (typeof id !== 'string') throw bad('extensions.persistedQuery.sha256Hash', 'a string', kindOf(id));
  return id;
};

/** @throws RequestRefusal where a request is no GraphQL request. */
export const readParams = (request: FastifyRequest, limits: JsonLimits): RequestParams => {
  const { method, url, hostname, protocol } = request;
  if (method !== 'POST' && method !== 'GET') throw new RequestRefusal(405, 'METHOD_NOT_ALLOWED', 'method', 'GET or POST', method, { allow: 'GET, POST' });
  if (!isNoForgery(request)) throw bad('headers', 'Accept: application/json, or Apollo-Require-Preflight, which no page sends by a link', 'neither');
  if (!URL.canParse(url, `${protocol}://${hostname}/`)) throw bad('Host', 'the name of a host', hostname);
  const fields = method === 'POST' ? fieldsOfBody(request.body) : fieldsOfUrl(request);
  const { query, operationName = null, variables = null, extensions = null } = fields;
  if (query !== undefined && typeof query !== 'string') throw bad('query', 'a string', kindOf(query));
  if (operationName !== null && typeof operationName !== 'string') throw bad('operationName', 'a string', kindOf(operationName));
  for (const [name, value] of Object.entries({ variables, extensions })) if (value !== null && !isFields(value)) throw bad(name, 'an object', kindOf(value));
  requireSmallJson('the request', fields, limits);
  const operationId = operationIdIn(extensions);
  if (!query && operationId === null) throw bad('query', 'a GraphQL operation, or the id of one in extensions.persistedQuery', 'neither');
  return { method, query: query ?? null, operationName, operationId };
};

/** Before anything runs: an answer that its client does not take would have been made for nobody. @throws RequestRefusal NOT_ACCEPTABLE */
export const requireAcceptable = ({ headers: { accept } }: FastifyRequest): void => {
  if (!accept || new Negotiator({ headers: { accept } }).mediaType([JSON_TYPE, GRAPHQL_RESPONSE])) return;
  throw new RequestRefusal(406, 'NOT_ACCEPTABLE', 'Accept', `${JSON_TYPE} or ${GRAPHQL_RESPONSE}`, cutText(accept));
};

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** Bodies are JSON in UTF-8, as it is: all else is refused before it is read. */
export const readBodies = (app: FastifyInstance): void => {
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(JSON_TYPE, { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    const encoding = request.headers['content-encoding'];
    if (encoding && encoding !== 'identity') return done(unsupported('Content-Encoding', 'identity: bodies that are not compressed', encoding));
    if (!isUtf8(body)) return done(bad('body', 'JSON in UTF-8', 'other bytes'));
    const text = body.toString('utf8');
    const told = (error: Error | null, json?: unknown): void =>
      done(error && isJson(text) ? bad('body', 'JSON without names that change a prototype', '__proto__, or constructor with a prototype') : error, json);
    return void parseJson(request, text, told);
  });
};
