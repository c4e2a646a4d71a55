import type { Named } from '../names/model.js';

export type Person = Named;
