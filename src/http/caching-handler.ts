import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { cachePolicyOf } from './cache-policy.js';
import type { ServerContext } from './context.js';
import { CACHE_CONTROL, digest, etagOf, matchesEtag } from './etag.js';
import type { Attempt, CachedResponse, ResponseCache, Validity } from './response-cache.js';
import { encoded } from './serialised.js';
import { varyBy } from './vary.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The attempt that is under way, where responses are cached. */
    attempt: Attempt | null;
  }
}

export type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/** The headers on which a response, or its refusal, depends. */
const READ_HEADERS = ['accept', 'content-type', 'apollo-require-preflight', 'x-apollo-operation-name'] as const;

const keyOf = ({ method, url, body, headers }: FastifyRequest): string =>
  digest(
    method,
    url,
    body,
    READ_HEADERS.map((name) => headers[name]),
  );

/**
 * Tells the attempt how the response to its query may be cached: not at all where it depends on who asks. What is no query is executed
 * once, and reads nothing from a cache, as it may have written since.
 */
export const reportCachePolicy: ApolloServerPlugin<ServerContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ contextValue, operation }) => {
      if (operation?.operation !== 'query') contextValue.request.attempt = null;
    },
    willSendResponse: async ({ contextValue, schema, document, operation, request, response: { body } }) => {
      const { attempt, info } = contextValue.request;
      if (!attempt || !document || !operation) return;
      const isCacheable = body.kind === 'single' && !body.singleResult.errors && !info.isPersonal;
      attempt.executed(isCacheable ? cachePolicyOf(schema, document, operation, request.variables ?? {}) : null);
    },
  }),
};

const send = (request: FastifyRequest, reply: FastifyReply, response: CachedResponse): FastifyReply => {
  varyBy(reply, 'Accept').header('etag', response.etag).header('cache-control', CACHE_CONTROL);
  // HTTP knows 304 for GET and HEAD only.
  if (request.method === 'GET' && matchesEtag(request.headers['if-none-match'], response.etag)) return reply.removeHeader('content-type').code(304).send();
  return reply.code(200).header('content-type', response.contentType).send(response.body);
};

const responseOf = async (key: string, body: string, contentType: string, validity: Validity): Promise<CachedResponse> => ({
  ...validity,
  // Of its own, and not a part of what small buffers share: it is kept.
  body: Buffer.from(new Uint8Array(await encoded(body)).buffer),
  contentType,
  etag: etagOf(key, validity),
});

/** How often a query is executed where writes keep coming in between. */
const ATTEMPTS = 3;

/** Sends cached responses, and caches those of a handler. */
export const cachingHandler = (app: FastifyInstance, cache: ResponseCache, execute: Handler): Handler => {
  app.decorateRequest('attempt', null);
  return async (request, reply) => {
    const key = keyOf(request);
    for (let left = ATTEMPTS; ; left -= 1) {
      const attempt = cache.attempt();
      request.attempt = attempt;
      const cached = await attempt.lookUp(key);
      if (cached) return send(request, reply, cached);
      const body = await execute(request, reply);
      const { validity, hasChanged } = await attempt.finish();
      if (hasChanged && left > 1) continue;
      if (!validity || typeof body !== 'string' || reply.statusCode !== 200) {
        reply.header('cache-control', 'no-store');
        return body;
      }
      const response = await responseOf(key, body, String(reply.getHeader('content-type')), validity);
      cache.set(key, response);
      return send(request, reply, response);
    }
  };
};
