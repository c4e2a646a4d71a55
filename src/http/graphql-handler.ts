import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import { fairQueue } from '../graph/queued.js';
import { coalesced } from '../read/coalesced.js';
import { type RowCache, makeRowCache } from '../read/row-cache.js';
import { readRevision } from '../record/revision.js';
import { type Handler, cachingHandler } from './caching-handler.js';
import { type GraphFor, type ServerContext, contextFactory } from './context.js';
import { identifier } from './identity/identify.js';
import { protectPersonal } from './identity/personal.js';
import { heldRows } from './limits/held-rows.js';
import { makeResponseCache } from './response-cache.js';
import type { ServerSettings } from './settings.js';

/** Answers GraphQL; half of the bytes for caching is for responses, half for rows, and with none nothing is cached. */
export const graphqlHandler = (app: FastifyInstance, apollo: ApolloServer<ServerContext>, graphFor: GraphFor, settings: ServerSettings): Handler => {
  const { cacheBytes, deadlineMs, limits, reads } = settings;
  const identify = identifier(settings.identity, (err) => app.log.warn({ err }, 'keys that check tokens cannot be read'));
  protectPersonal(app);
  const shared = { queue: fairQueue(reads), held: heldRows(limits.allRows), identify };
  const execute = (rows: RowCache | null): Handler => fastifyApolloHandler(apollo, { context: contextFactory(graphFor, rows, shared, settings) }) as Handler;
  if (cacheBytes === 0) return execute(null);
  const bytes = cacheBytes / 2;
  const latest = coalesced(() => readRevision(graphFor(null, performance.now() + deadlineMs)));
  return cachingHandler(app, makeResponseCache(latest, bytes), execute(makeRowCache(bytes)));
};
