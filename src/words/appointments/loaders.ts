import * as queries from '../../generated/queries.js';
import type { Loading } from '../../read/loading.js';
import { nodeLoader } from '../../read/node-loader.js';
import { recordedLoader } from '../../read/scope.js';
import type { Tie } from './model.js';

export const appointments = ({ reader }: Loading) => nodeLoader(reader, queries.appointments.byIds, 'a');

/** What an appointment is tied to. */
export const appointmentTies = ({ reader }: Loading) => recordedLoader(reader, queries.appointments.tiesByIds, (row): Tie[] => row.ties.map(({ t }) => t), []);

/** Which appointments are tied to an appointment, meeting or agenda item. */
export const tiesTo = ({ reader }: Loading) => recordedLoader(reader, queries.appointments.tiesToIds, (row): Tie[] => row.ties.map(({ t }) => t), []);
