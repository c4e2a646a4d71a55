import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLSchema,
  createSourceEventStream,
  getOperationAST,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { contextFor, lookAtFeed } from '../../api/context.js';
import { fairQueue } from '../../graph/queued.js';
import type { Feed } from '../../read/context.js';
import type { Handler } from '../caching-handler.js';
import { type GraphFor, itemContextFactory } from '../context.js';
import { RequestRefusal, acceptsEvents, formatError } from '../errors.js';
import { executed } from '../execution.js';
import { noSchemaIntrospection } from '../introspection.js';
import { estimateCost } from '../limits/cost.js';
import { heldRows } from '../limits/held-rows.js';
import type { ServerSettings } from '../settings.js';
import { variablesOf } from '../variables.js';
import { type EventStream, openEventStream } from './event-stream.js';
import { feedPoller } from './feed-poller.js';
import { openStreams } from './open-streams.js';

type Variables = Readonly<Record<string, unknown>>;

/** A subscription as it was asked. */
interface Subscribed {
  document: DocumentNode;
  operationName: string | null;
  variables: Variables;
}

const withCode = (errors: readonly GraphQLError[], code: string): ExecutionResult => ({
  errors: errors.map((error) => Object.assign(error, { extensions: { code, ...error.extensions } })),
});

/** Answers subscriptions by Server-Sent Events, one stream for each (the distinct connections mode of GraphQL over SSE). */
export const subscriptionHandler = (app: FastifyInstance, schema: GraphQLSchema, graphFor: GraphFor, settings: ServerSettings): Handler => {
  const { limits, deadlineMs, introspection } = settings;
  const rules = introspection ? specifiedRules : [...specifiedRules, noSchemaIntrospection];
  const format = formatError(schema, (err, errorId) => app.log.error({ err, errorId }, 'unexpected error'), deadlineMs);
  const itemContext = itemContextFactory(graphFor, { queue: fairQueue(settings.reads), held: heldRows(limits.allRows) }, settings);
  const streams = openStreams(settings.streams);
  const poller = feedPoller(() => lookAtFeed(graphFor(null, performance.now() + deadlineMs)));
  app.addHook('preClose', async () => streams.endAll());

  const formatted = ({ errors, ...answer }: ExecutionResult): unknown => ({
    ...(errors && { errors: errors.map((error) => format(error.toJSON(), error)) }),
    ...answer,
  });

  /** What is wrong with an operation before it begins; null: nothing. @throws RequestRefusal TOO_COSTLY */
  const unfit = (request: FastifyRequest, { document, operationName, variables }: Subscribed): ExecutionResult | null => {
    const invalid = validate(schema, document, rules);
    if (invalid.length > 0) return withCode(invalid, 'GRAPHQL_VALIDATION_FAILED');
    const operation = getOperationAST(document, operationName);
    if (!operation) return null;
    const { coerced, errors } = variablesOf(schema, operation, variables);
    if (!coerced) return { errors };
    const cost = estimateCost(schema, document, operation, coerced);
    request.info.cost = cost;
    if (cost > limits.cost) throw new RequestRefusal(400, 'TOO_COSTLY', 'cost', `at most ${limits.cost}: ask for fewer fields`, cost);
    return null;
  };

  const run = async (request: FastifyRequest, stream: EventStream, { document, operationName, variables }: Subscribed): Promise<void> => {
    const graph = {
      ...graphFor(request, Infinity),
      read: ((query, params) => graphFor(request, performance.now() + deadlineMs).read(query, params)) as ReturnType<GraphFor>['read'],
    };
    const feed: Feed = { look: () => lookAtFeed(graph), moved: (items) => poller.moved(items, stream.signal) };
    const source = await createSourceEventStream({
      schema,
      document,
      operationName,
      variableValues: variables,
      contextValue: contextFor(graph, {}, undefined, feed),
    });
    if (!(Symbol.asyncIterator in source)) {
      await stream.send('next', formatted(source));
      return stream.send('complete');
    }
    for await (const rootValue of source) {
      request.info.deadline = performance.now() + deadlineMs;
      const contextValue = itemContext(request);
      const answer = await executed({ schema, document, operationName, variableValues: variables, rootValue, contextValue }, deadlineMs);
      await stream.send('next', formatted(answer));
      // Who was not told of an item begins anew at it.
      if (answer.data == null) return stream.send('complete');
    }
  };

  const begin = async (request: FastifyRequest, reply: FastifyReply, asked: Subscribed): Promise<void> => {
    const ended = streams.begin(request.ip, () => stream.end());
    const stream = openEventStream(reply);
    try {
      await run(request, stream, asked);
    } catch (error) {
      if (!stream.signal.aborted) request.log.warn({ err: error }, 'a stream ended');
    } finally {
      ended();
      stream.end();
    }
  };

  return async (request, reply) => {
    const { accept } = request.headers;
    if (!acceptsEvents(accept))
      throw new RequestRefusal(406, 'NOT_ACCEPTABLE', 'Accept', 'text/event-stream, in which subscriptions are answered', accept ?? 'nothing');
    const body = request.body as { operationName?: string | null; variables?: Variables | null };
    const asked = {
      document: parse(request.info.text ?? '', { maxTokens: limits.tokens }),
      operationName: body.operationName ?? null,
      variables: body.variables ?? {},
    };
    const refused = unfit(request, asked);
    if (refused)
      return reply
        .code(400)
        .type('application/json; charset=utf-8')
        .send(JSON.stringify(formatted(refused)));
    await begin(request, reply, asked);
    return reply;
  };
};
