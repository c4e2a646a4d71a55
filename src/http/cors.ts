import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import type { ServerSettings } from './settings.js';

const DAY_S = 86_400;

/** Lets pages of the origins that are set read responses. */
export const allowOrigins = async (app: FastifyInstance, { origins }: ServerSettings): Promise<void> => {
  if (origins.length === 0) return;
  await app.register(cors, {
    origin: origins === '*' ? '*' : [...origins],
    methods: ['GET', 'POST'],
    exposedHeaders: ['ETag', 'Retry-After'],
    maxAge: DAY_S,
  });
};
