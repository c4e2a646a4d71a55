import type { ApolloServerPlugin } from '@apollo/server';
import type { ServerContext } from '../context.js';
import { RequestRefusal } from '../errors.js';
import { variablesOf } from '../variables.js';
import type { Limits } from '../settings.js';
import { inTurn } from '../../graph/turns.js';
import { INTROSPECTED, estimateCost } from './cost.js';
import { introspectedIn } from './introspection.js';

/** Refuses an operation that may cost more than the limit, before it runs; every answer says its estimate and the limit. */
export const limitCost = ({ cost: limit, answer }: Limits, deadlineMs: number): ApolloServerPlugin<ServerContext> => ({
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, document, operation, request, contextValue }) => {
      if (!operation) return;
      const { coerced: variables } = variablesOf(schema, operation, request.variables ?? {});
      if (!variables) return;
      // To read and validate a document may have taken long.
      const introspected = await inTurn(contextValue, 0, () => introspectedIn(schema, document, operation, variables, Math.min(answer, limit / INTROSPECTED)));
      const estimate = estimateCost(schema, document, operation, variables, introspected);
      contextValue.request.info.cost = estimate;
      if (estimate > limit) throw new RequestRefusal(400, 'TOO_COSTLY', 'cost', `at most ${limit}: ask for less by first, or for fewer fields`, estimate);
      if (introspected > answer) throw new RequestRefusal(400, 'TOO_COSTLY', 'answer', `at most ${answer} fields`, introspected);
      // The limit is what a core does in the deadline.
      contextValue.expect((estimate / limit) * deadlineMs);
    },
    willSendResponse: async ({ response: { body }, contextValue }) => {
      const estimate = contextValue.request.info.cost;
      if (estimate !== null && body.kind === 'single') body.singleResult.extensions = { ...body.singleResult.extensions, cost: { estimate, limit } };
    },
  }),
});
