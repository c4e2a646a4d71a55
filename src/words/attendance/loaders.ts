import * as queries from '../../generated/queries.js';
import type { Loading } from '../../read/loading.js';
import { nodeLoader, nodesOn } from '../../read/node-loader.js';

export const attendance = ({ reader }: Loading) => nodeLoader(reader, queries.attendance.byIds, 'x');

export const attendanceAt = ({ reader, use }: Loading) =>
  nodesOn(reader, queries.attendance.byMeetingIds, use(attendance), (row) => row.attendance.map(({ x }) => x));

export const attendanceOf = ({ reader, use }: Loading) =>
  nodesOn(reader, queries.attendance.byPersonIds, use(attendance), (row) => row.attendance.map(({ x }) => x));
