import { schemaWith } from '../api/schema.js';
import * as resolvers from './resolvers.js';

/** The API, with all that writes. */
export const schema = schemaWith({ mutations: resolvers });
