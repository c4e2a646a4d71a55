import type { ApolloServerPlugin } from '@apollo/server';
import { type DocumentNode, Kind } from 'graphql';
import { cutText } from '../read/given.js';
import type { ServerContext } from './context.js';
import { RequestRefusal } from './errors.js';

const MOST_TOLD = 20;

const namesIn = ({ definitions }: DocumentNode): string[] =>
  definitions.flatMap((one) => (one.kind === Kind.OPERATION_DEFINITION && one.name ? [cutText(one.name.value)] : []));

/** What a document has none of: the operation that is asked for. */
const unresolved = (document: DocumentNode, name: string | null | undefined): RequestRefusal => {
  const names = namesIn(document);
  const told = `${names.slice(0, MOST_TOLD).join(', ')}${names.length > MOST_TOLD ? ' …' : ''}`;
  const required = names.length > 0 ? `the name of an operation of the document: ${told}` : 'no name: the operation of the document has none';
  return new RequestRefusal(400, 'OPERATION_RESOLUTION_FAILURE', 'operationName', required, name ? cutText(name) : 'none');
};

/** Refuses what names no operation of its document; streams are begun by the text of a subscription, or by the id of one that is listed. */
export const requireOperation: ApolloServerPlugin<ServerContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ document, operation, request }) => {
      if (!operation) throw unresolved(document, request.operationName);
      if (operation.operation === 'subscription')
        throw new RequestRefusal(400, 'BAD_REQUEST', 'query', 'the text of a subscription', 'the id of one that is not listed');
    },
  }),
};
