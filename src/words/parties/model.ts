import type { Named } from '../names/model.js';

export type Party = Named;
