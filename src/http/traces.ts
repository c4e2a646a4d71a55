import { type Context as TraceContext, ROOT_CONTEXT, SpanKind, SpanStatusCode, type Span, trace } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Watch } from '../graph/watched.js';
import { statusOf, whenOver } from './request-info.js';

const propagator = new W3CTraceContextPropagator();
const headersOf = {
  get: (carrier: FastifyRequest['headers'], key: string) => carrier[key],
  keys: (carrier: FastifyRequest['headers']) => Object.keys(carrier),
};

/** A span for each request, below the client's where it names one, and a span for each query of the graph below that. */
export const traceRequests = (app: FastifyInstance, endpoint: string): ((request: FastifyRequest) => Watch) => {
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'mandat' }),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` }))],
  });
  const tracer = provider.getTracer('mandat');
  const spans = new WeakMap<FastifyRequest, { span: Span; inside: TraceContext }>();

  app.addHook('onRequest', async (request) => {
    const outside = propagator.extract(ROOT_CONTEXT, request.headers, headersOf);
    const span = tracer.startSpan(request.method, { kind: SpanKind.SERVER }, outside);
    spans.set(request, { span, inside: trace.setSpan(outside, span) });
  });
  whenOver(app, (request, reply) => {
    const { info, method, routeOptions } = request;
    const span = spans.get(request)?.span;
    span?.updateName([info.operationType ?? method, info.operationName ?? routeOptions.url ?? ''].join(' '));
    span?.setAttributes({ 'http.request.method': method, 'http.response.status_code': statusOf(request, reply) });
    if (info.operationName) span?.setAttribute('graphql.operation.name', info.operationName);
    if (info.errorCodes.length > 0) span?.setStatus({ code: SpanStatusCode.ERROR, message: info.errorCodes.join(' ') });
    span?.end();
  });
  app.addHook('onClose', () => provider.shutdown());

  return (request) => (query) => {
    const span = tracer.startSpan(query, { kind: SpanKind.CLIENT, attributes: { 'db.query.summary': query } }, spans.get(request)?.inside ?? ROOT_CONTEXT);
    return () => span.end();
  };
};
