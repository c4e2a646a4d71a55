import type { FastifyReply } from 'fastify';

/** Says that another answer may be sent for another value of a header of the request. */
export const varyBy = (reply: FastifyReply, header: string): FastifyReply => reply.header('vary', [reply.getHeader('vary'), header].filter(Boolean).join(', '));
