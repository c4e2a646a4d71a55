import * as queries from '../generated/queries.js';
import type { Loading } from './loading.js';
import { recordedLoader } from './scope.js';

/** To which id another leads, as recorded; null: to none. */
export const leading = ({ reader }: Loading) => recordedLoader(reader, queries.merges.leadingFrom, ({ to }): string | null => to, null);

/** Which ids lead to another, as recorded. */
export const ledHere = ({ reader }: Loading) => recordedLoader(reader, queries.merges.leadingTo, ({ from }): string[] => [...from].sort(), []);
