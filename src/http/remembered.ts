import type { ApolloServer, ApolloServerPlugin } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { contextFor } from '../api/context.js';
import type { Graph, Reader } from '../graph/port.js';
import { type Answer, type Memory, type Moment, type Visit, makeMemory } from './response-cache.js';
import { reachOf } from './reach.js';
import { cacheControlOf, digest, namesTag, tagOf } from './etag.js';
import type { ServerContext } from './account.js';
import { budgetUntil } from './limits/budget.js';
import type { ServerSettings } from './settings.js';

/** The headers on which an answer, or its refusal, depends. */
const READ_HEADERS = ['accept', 'content-type', 'apollo-require-preflight', 'x-apollo-operation-name'] as const;

const keyOf = ({ method, url, body, headers }: FastifyRequest): string =>
  digest(
    method,
    url,
    body,
    READ_HEADERS.map((name) => headers[name]),
  );

/** Tells the request's visit what its query depends on. */
export const tellReach: ApolloServerPlugin<ServerContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue: { visit }, schema, document, operation, request, response: { body } }) => {
      if (!visit || !document || operation?.operation !== 'query') return;
      const isSound = body.kind === 'single' && !body.singleResult.errors;
      visit.asked(isSound ? reachOf(schema, document, operation, request.variables ?? {}) : null);
    },
  }),
};

const send = (request: FastifyRequest, reply: FastifyReply, answer: Answer): FastifyReply => {
  const vary = reply.getHeader('vary');
  reply
    .header('etag', answer.tag)
    .header('cache-control', cacheControlOf(answer))
    .header('vary', vary ? `${String(vary)}, Accept` : 'Accept');
  // HTTP knows 304 for GET and HEAD only.
  if (request.method === 'GET' && namesTag(request.headers['if-none-match'], answer.tag)) return reply.removeHeader('content-type').code(304).send();
  return reply.code(200).header('content-type', answer.type).send(answer.body);
};

const answerOf = (key: string, body: string, type: string, moment: Moment): Answer => ({
  ...moment,
  body: Buffer.from(new TextEncoder().encode(body).buffer),
  type,
  tag: tagOf(key, moment),
});

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/** How often a question is asked where writes keep coming in between. */
const TRIES = 3;

const remembering =
  (memory: Memory, visits: WeakMap<FastifyRequest, Visit>, ask: Handler): Handler =>
  async (request, reply) => {
    const key = keyOf(request);
    for (let left = TRIES; ; left -= 1) {
      const visit = memory.visit();
      visits.set(request, visit);
      const kept = await visit.recall(key);
      if (kept) return send(request, reply, kept);
      const body = await ask(request, reply);
      const { moment, moved } = await visit.end();
      if (moved && left > 1) continue;
      if (!moment || typeof body !== 'string' || reply.statusCode !== 200) {
        reply.header('cache-control', 'no-store');
        return body;
      }
      const answer = answerOf(key, body, String(reply.getHeader('content-type')), moment);
      memory.keep(key, answer);
      return send(request, reply, answer);
    }
  };

/** Answers GraphQL, from memory where it can; with 0 bytes of it there is none. `graphFor` gives the graph of one request until its end, or of one look at the revision. */
export const graphqlHandler = (
  apollo: ApolloServer<ServerContext>,
  graphFor: (request: FastifyRequest | null, end: number) => Graph,
  { memoryBytes, limits, deadlineMs }: ServerSettings,
): Handler => {
  const visits = new WeakMap<FastifyRequest, Visit>();
  const context = async (request: FastifyRequest): Promise<ServerContext> => {
    const { end } = request.account;
    const visit = visits.get(request);
    return { ...contextFor(graphFor(request, end), visit), visit, budget: budgetUntil(end, limits.answer, deadlineMs), request };
  };
  const ask = fastifyApolloHandler(apollo, { context }) as Handler;
  const checked: Reader = { read: (query, params) => graphFor(null, performance.now() + deadlineMs).read(query, params) };
  return memoryBytes > 0 ? remembering(makeMemory(checked, memoryBytes), visits, ask) : ask;
};
