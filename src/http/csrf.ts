import type { FastifyRequest } from 'fastify';

/** Headers for which a browser asks before it sends them for a page of another origin. */
const PREFLIGHTED = ['apollo-require-preflight', 'x-apollo-operation-name'];
const OTHER_SITES = ['cross-site', 'same-site'];
const JSON_TYPES = /\bapplication\/(?:json|graphql-response\+json)\b/;

/** A script's own fetch: browsers write these headers themselves, and write which site asks. */
const isOwnFetch = ({ headers }: FastifyRequest): boolean => headers['sec-fetch-mode'] === 'cors' && !OTHER_SITES.includes(String(headers['sec-fetch-site']));

/** Whether it is none that a link, an image or a form in some page makes a browser send. */
export const isNoForgery = (request: FastifyRequest): boolean => {
  const { accept, 'content-type': type } = request.headers;
  return JSON_TYPES.test(`${accept ?? ''} ${type ?? ''}`) || PREFLIGHTED.some((name) => Boolean(request.headers[name])) || isOwnFetch(request);
};
