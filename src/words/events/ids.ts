import type { IntervalEdge } from '../../time/interval.js';

/** The id of the event that the start or end of a row is. */
export const eventId = (row: string, edge: IntervalEdge): string => `event:${row}@${edge}`;
