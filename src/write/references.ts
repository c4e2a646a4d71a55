import { appointmentId, nodeIdOf } from '../words/appointments/model.js';
import type { Sighting } from '../time/bounds.js';
import type { AppearanceFields } from './minutes-rows.js';
import type { AppointmentFields, FootingFields, ProvenanceFields, Word } from './rows.js';

/** Where a row refers to another thing: a JSON pointer within the row, and the id. */
export interface Reference {
  path: string;
  id: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** Properties of rows that hold the id of another thing, or a list of them. */
const ID_FIELDS: { readonly [W in Word]?: readonly string[] } = {
  documents: ['issuer', 'meeting'],
  sources: ['document'],
  bodies: ['membersFrom'],
  terms: ['body'],
  relations: ['subject', 'object'],
  seats: ['body', 'by'],
  rules: ['body', 'council', 'substituteFor'],
  lists: ['document', 'body'],
  affiliations: ['person', 'with'],
  meetings: ['body', 'documents'],
  'agenda-items': ['meeting'],
  memberships: ['person', 'body', 'term'],
  'stand-ins': ['substitute', 'holder'],
  agreements: ['parties'],
  decisions: ['item', 'body'],
  allocations: ['municipality', 'item'],
  statements: ['about', 'conflictsWith'],
};

const idsAt = (fields: Fields, key: string, path: string): Reference[] => {
  const value = fields[key];
  if (typeof value === 'string') return [{ path: `${path}/${key}`, id: nodeIdOf(value) }];
  if (!Array.isArray(value)) return [];
  return value.map((id: string, at) => ({ path: `${path}/${key}/${at}`, id: nodeIdOf(id) }));
};

const ofProvenance = (fields: ProvenanceFields & { seen?: Sighting[]; over?: Sighting[] }, path: string): Reference[] => [
  ...idsAt(fields as Fields, 'sources', path),
  ...(['seen', 'over'] as const).flatMap((key) => (fields[key] ?? []).map((sighting, at) => ({ path: `${path}/${key}/${at}/in`, id: sighting.in }))),
];

const ofAppointment = (how: AppointmentFields, path: string): Reference[] => {
  const references = ofProvenance(how, path);
  for (const key of ['by', 'delegatedBy', 'nominatedBy'] as const) {
    const tie = how[key];
    if (tie) references.push({ path: `${path}/${key}/principal`, id: tie.principal }, ...ofProvenance(tie, `${path}/${key}`));
  }
  for (const [at, tie] of (how.represents ?? []).entries())
    references.push({ path: `${path}/represents/${at}/principal`, id: tie.principal }, ...ofProvenance(tie, `${path}/represents/${at}`));
  for (const key of ['substituteFor', 'replaces'] as const) {
    const tie = how[key];
    if (tie) references.push({ path: `${path}/${key}/membership`, id: appointmentId(tie.membership) }, ...ofProvenance(tie, `${path}/${key}`));
  }
  if (how.decidedAt) references.push({ path: `${path}/decidedAt/at`, id: how.decidedAt.at }, ...ofProvenance(how.decidedAt, `${path}/decidedAt`));
  return references;
};

const NESTED = ['names', 'aliases', 'abbreviations', 'letters', 'recommendations', 'appearances'] as const;

/** Everything that a row refers to. */
export const referencesOf = (word: Word, row: Fields): Reference[] => [
  ...(ID_FIELDS[word] ?? []).flatMap((key) => idsAt(row, key, '')),
  ...ofProvenance(row as ProvenanceFields, ''),
  ...NESTED.flatMap((key) => ((row[key] ?? []) as ProvenanceFields[]).flatMap((one, at) => ofProvenance(one, `/${key}/${at}`))),
  ...((row['appearances'] ?? []) as AppearanceFields[]).flatMap((one, at) =>
    ['person', 'onBehalfOf'].flatMap((key) => idsAt(one as unknown as Fields, key, `/appearances/${at}`)),
  ),
  ...((row['restsOn'] ?? []) as FootingFields[]).flatMap((one, at) => [
    ...(one.on.startsWith('membership:') ? idsAt(one as unknown as Fields, 'on', `/restsOn/${at}`) : []),
    ...ofProvenance(one, `/restsOn/${at}`),
  ]),
  ...(row['existence'] ? ofProvenance(row['existence'] as ProvenanceFields, '/existence') : []),
  ...(row['appointment'] ? ofAppointment(row['appointment'] as AppointmentFields, '/appointment') : []),
];
