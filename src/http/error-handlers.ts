import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GRAPHQL_RESPONSE, REQUEST_ERRORS, RequestRefusal, acceptsEvents, acceptsGraphqlResponse, maskedError } from './errors.js';
import { newRequestInfo } from './request-info.js';

const shown = (text: string | undefined): string => (text ?? 'nothing').slice(0, 200);

/** What Fastify refuses, in the words of ours. */
const refusalOf = (error: FastifyError, { headers, method, routeOptions }: FastifyRequest): RequestRefusal | null => {
  if (error instanceof RequestRefusal) return error;
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new RequestRefusal(413, 'BODY_TOO_LARGE', 'body', `at most ${routeOptions.bodyLimit} bytes`, headers['content-length'] ?? 'more');
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new RequestRefusal(415, 'UNSUPPORTED_MEDIA_TYPE', 'Content-Type', 'application/json', shown(headers['content-type']));
    case 'FST_ERR_BAD_URL':
      return new RequestRefusal(400, 'BAD_REQUEST', 'URL', 'percent-encoded UTF-8', 'other bytes');
  }
  if (!error.statusCode || error.statusCode >= 500) return null;
  return new RequestRefusal(400, 'BAD_REQUEST', 'body', 'JSON', method === 'GET' ? 'a body' : 'a body that is none');
};

const send = (request: FastifyRequest, reply: FastifyReply, refusal: RequestRefusal): FastifyReply => {
  const code = String(refusal.extensions['code']);
  const own = acceptsGraphqlResponse(request.headers.accept);
  request.info.errorCodes.push(code);
  return reply
    .code(REQUEST_ERRORS.has(code) && !own && !acceptsEvents(request.headers.accept) ? 200 : refusal.statusCode)
    .headers(refusal.headers)
    .type(own ? `${GRAPHQL_RESPONSE}; charset=utf-8` : 'application/json; charset=utf-8')
    .send(refusal.answer);
};

/** Answers what Fastify refuses before any hook runs. */
export const handleFrameworkError = (error: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
  request.info = newRequestInfo();
  void send(request, reply, refusalOf(error, request) ?? new RequestRefusal(400, 'BAD_REQUEST', 'request', 'one that can be routed', 'another'));
};

/** Every refusal is a GraphQL answer with errors, and an error that nobody expected only an id. */
export const setErrorHandlers = (app: FastifyInstance): void => {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = refusalOf(error, request);
    if (refusal) return send(request, reply, refusal);
    request.info.errorCodes.push('INTERNAL_SERVER_ERROR');
    return reply.code(500).send({ errors: [maskedError(error, (cause, errorId) => app.log.error({ err: cause, errorId }, 'unexpected error'))] });
  });
  app.setNotFoundHandler((request, reply) =>
    send(request, reply, new RequestRefusal(404, 'NOT_FOUND', 'path', '/graphql, or / in a browser', shown(request.url))),
  );
};

const BROKEN: Readonly<Record<string, () => RequestRefusal>> = {
  HPE_HEADER_OVERFLOW: () => new RequestRefusal(431, 'BAD_REQUEST', 'headers', 'at most 16 KiB', 'more'),
  ERR_HTTP_REQUEST_TIMEOUT: () => new RequestRefusal(408, 'REQUEST_TIMEOUT', 'request', 'one that arrives in time', 'one that does not'),
};

/** Answers what is no HTTP, on its socket, and ends it. */
export const handleClientError = (error: NodeJS.ErrnoException, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  const refusal = BROKEN[error.code ?? '']?.() ?? new RequestRefusal(400, 'BAD_REQUEST', 'request', 'HTTP/1.1', 'something else');
  const body = JSON.stringify(refusal.answer);
  const head = [
    `HTTP/1.1 ${refusal.statusCode} ${STATUS_CODES[refusal.statusCode] ?? ''}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
};
