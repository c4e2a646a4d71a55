import type { EngineName, Params, Query } from './port.js';

/** The text of a query for an engine. */
export const textOf = ({ text, texts }: Query<'read' | 'write', Params, unknown>, engine: EngineName): string => texts?.[engine] ?? text;
