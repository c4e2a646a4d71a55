import * as queries from '../generated/queries.js';
import type { Reader } from '../graph/port.js';
import { inBatches } from '../record/batches.js';
import { NOW } from '../record/time.js';
import { nodeIdOf } from '../words/appointments/ids.js';
import type { Finding } from './model.js';

/** Findings that the record tells itself: of all that they are about, a statement tells what another one contradicts. With the statement, by the finding. */
export const toldIn = async (reader: Reader, findings: readonly Finding[]): Promise<Map<Finding, string>> => {
  const first = new Set(findings.flatMap(({ things: [thing] }) => (thing === undefined ? [] : [nodeIdOf(thing)])));
  const contradicted: { id: string; about: string[] }[] = [];
  await inBatches([...first], async (ids) => {
    contradicted.push(...(await reader.read(queries.statements.contradictedAboutIds, { ids, knownAt: NOW })));
  });
  return new Map(
    findings.flatMap((finding): [Finding, string][] => {
      const told = contradicted.find(({ about }) => finding.things.length > 0 && finding.things.every((thing) => about.includes(thing)));
      return told ? [[finding, told.id]] : [];
    }),
  );
};
