import { type NameKind } from '../names/model.js';
import { foldedWords, listKey } from '../names/fold.js';
import type { EdgeElement, EdgeType, Elements, Label, NodeElement, Properties } from '../record/elements.js';
import { datedProperties, statedOf } from '../time/dated.js';
import type {
  AffiliationRow, AgendaItemRow, AnyRow, AppointmentFields, BodyRow, CalledFields, DatedFields, DocumentRow, ListRow, MeetingRow,
  MembershipRow, NamedRow, ProvenanceFields, RelationRow, Rows, SeatsRow, SourceRow, TermRow, Word,
} from './rows.js';

const node = (label: Label, id: string, properties: Properties): NodeElement => ({ label, id, properties: { id, ...properties } });

const edge = (type: EdgeType, id: string, fromId: string, toId: string, properties: Properties = {}): EdgeElement => ({
  type,
  id,
  fromId,
  toId,
  properties: { id, fromId, toId, ...properties },
});

const link = (type: EdgeType, fromId: string, toId: string, properties: Properties = {}): EdgeElement =>
  edge(type, `${type.toLowerCase().replaceAll('_', '-')}:${fromId}>${toId}`, fromId, toId, properties);

const links = (type: EdgeType, fromId: string, toId: string | undefined): EdgeElement[] => (toId ? [link(type, fromId, toId)] : []);

const relation = (type: EdgeType, id: string, fromId: string, toId: string, row: DatedFields, more: Properties = {}): EdgeElement =>
  edge(type, id, fromId, toId, { relation: type, ...datedProperties(row), ...more });

const provenance = ({ basis, reason, sources }: ProvenanceFields): Properties => ({
  basis: basis ?? 'STATED',
  reason: reason ?? null,
  sources: sources ?? [],
});

type Called = { kind: NameKind; fields: CalledFields };

const calledOf = (row: NamedRow): Called[] => {
  const names: CalledFields[] = row.names ?? [{ text: row.name }];
  return [
    ...names.map((fields): Called => ({ kind: 'NAME', fields })),
    ...(row.aliases ?? []).map((fields): Called => ({ kind: 'ALIAS', fields })),
    ...(row.abbreviations ?? []).map((fields): Called => ({ kind: 'ABBREVIATION', fields })),
    ...(row.letters ?? []).map((fields): Called => ({ kind: 'LETTER', fields })),
  ];
};

/** Name nodes and the edges to them; a name that is the thing's only one of its kind and text keeps its id. */
const nameElements = (id: string, called: readonly Called[], sources: string[]): Elements => {
  const seen = new Map<string, number>();
  const elements: Elements = { nodes: [], edges: [] };
  for (const { kind, fields } of called) {
    const stem = `${id}:${kind.toLowerCase()}:${foldedWords(fields.text).join('-')}`;
    const count = (seen.get(stem) ?? 0) + 1;
    seen.set(stem, count);
    const key = count === 1 ? stem : `${stem}-${count}`;
    elements.nodes.push(node('Name', `name:${key}`, { text: fields.text, kind, words: foldedWords(fields.text) }));
    elements.edges.push(relation('CALLED', `called:${key}`, id, `name:${key}`, { ...fields, sources: fields.sources ?? sources }, { kind }));
  }
  return elements;
};

const named = (label: Label, row: NamedRow, more: Properties = {}): Elements => {
  const called = calledOf(row);
  const dated = called.map(({ fields }) => datedProperties(fields));
  const names = nameElements(row.id, called, row.sources ?? []);
  const thing = node(label, row.id, {
    name: row.name,
    sortKey: listKey(row.name, row.id),
    calledKinds: called.map(({ kind }) => kind),
    calledTexts: called.map(({ fields }) => fields.text),
    calledFromMins: dated.map(({ fromMin }) => fromMin),
    calledFromMaxs: dated.map(({ fromMax }) => fromMax),
    calledUntilMins: dated.map(({ untilMin }) => untilMin),
    calledUntilMaxs: dated.map(({ untilMax }) => untilMax),
    sources: row.sources ?? [],
    ...more,
  });
  return { nodes: [thing, ...names.nodes], edges: names.edges };
};

const body = (row: BodyRow): Elements =>
  named('Body', row, {
    kind: row.kind,
    ...datedProperties({ ...row.existence, sources: row.sources ?? [] }),
  });

const titled = (label: Label, row: AnyRow, title: string | undefined, properties: Properties): Elements => {
  const names = title ? nameElements(row.id, [{ kind: 'NAME', fields: { text: title } }], row.sources ?? []) : { nodes: [], edges: [] };
  return { nodes: [node(label, row.id, { ...properties, sources: row.sources ?? [] }), ...names.nodes], edges: names.edges };
};

const document = (row: DocumentRow): Elements => {
  const { title, kind, issuer, date, meeting, url, sha256 } = row;
  const elements = titled('Document', row, title, {
    title,
    sortKey: listKey(title, row.id),
    kind,
    issuer: issuer ?? null,
    date: date ?? null,
    meeting: meeting ?? null,
    url: url ?? null,
    sha256: sha256 ?? null,
  });
  elements.edges.push(...links('ISSUED_BY', row.id, issuer), ...links('REPORTS', row.id, meeting));
  return elements;
};

const source = ({ id, document: of, section, lines, quote }: SourceRow): Elements => ({
  nodes: [node('Source', id, { document: of, section: section ?? null, lines: lines ?? null, quote })],
  edges: [link('IN', id, of)],
});

const NUMBER = /\d+/g;
/** Numbers as wide as each other, so that 3.10 comes after 3.9. */
const numberKey = (number: string | undefined): string => (number ?? '~').replace(NUMBER, (digits) => digits.padStart(6, '0'));

const meeting = (row: MeetingRow): Elements => {
  const { id, body: of, title, date, documents } = row;
  const elements = titled('Meeting', row, title, {
    body: of ?? null,
    title: title ?? null,
    date: date ?? null,
    sortKey: `${date ?? '9999'}\t${id}`,
    ...provenance(row),
  });
  elements.edges.push(...links('HELD_BY', id, of), ...(documents ?? []).map((one) => link('REPORTS', one, id)));
  return elements;
};

const agendaItem = (row: AgendaItemRow): Elements => ({
  nodes: [
    node('AgendaItem', row.id, {
      meeting: row.meeting,
      number: row.number ?? null,
      title: row.title,
      caseNumber: row.caseNumber ?? null,
      planned: row.planned ?? false,
      sortKey: `${numberKey(row.number)}\t${row.id}`,
      sources: row.sources ?? [],
    }),
  ],
  edges: [link('ON_AGENDA_OF', row.id, row.meeting)],
});

export const appointmentId = (membership: string): string => `appointment:${membership}`;

const tie = (type: EdgeType, id: string, to: string, fields: ProvenanceFields & { rank?: number }): EdgeElement =>
  link(type, id, to, { tie: type, rank: fields.rank ?? null, ...provenance(fields) });

const ties = (id: string, how: AppointmentFields): EdgeElement[] => [
  ...(how.by ? [tie('BY', id, how.by.principal, how.by)] : []),
  ...(how.delegatedBy ? [tie('DELEGATED_BY', id, how.delegatedBy.principal, how.delegatedBy)] : []),
  ...(how.nominatedBy ? [tie('NOMINATED_BY', id, how.nominatedBy.principal, how.nominatedBy)] : []),
  ...(how.represents ?? []).map((one) => tie('REPRESENTING', id, one.principal, one)),
  ...(how.substituteFor ? [tie('SUBSTITUTE_FOR', id, appointmentId(how.substituteFor.membership), how.substituteFor)] : []),
  ...(how.replaces ? [tie('REPLACES', id, appointmentId(how.replaces.membership), how.replaces)] : []),
  ...(how.decidedAt ? [tie('DECIDED_AT', id, how.decidedAt.at, how.decidedAt)] : []),
];

const membership = (row: MembershipRow): Elements => {
  const id = appointmentId(row.id);
  const how = row.appointment ?? {};
  const appointment = node('Appointment', id, {
    membership: row.id,
    designatedOn: how.designatedOn ?? null,
    exOfficio: how.exOfficio ?? null,
    recorded: row.appointment !== undefined,
    ...provenance({ basis: how.basis ?? row.basis, reason: how.reason ?? row.reason, sources: how.sources ?? row.sources }),
  });
  const { person, body: of, role, title, term } = row;
  const seat: EdgeElement = {
    type: 'MEMBER_OF',
    id: row.id,
    fromId: person,
    toId: of,
    properties: { id: row.id, person, body: of, role, title: title ?? null, term: term ?? null, ...datedProperties(row) },
    stated: statedOf(row),
  };
  return { nodes: [appointment], edges: [seat, link('OF', id, person), link('TO', id, of), ...ties(id, how)] };
};

const affiliation = (row: AffiliationRow): Elements => ({
  nodes: [],
  edges: [
    {
      type: 'AFFILIATED_WITH',
      id: row.id,
      fromId: row.person,
      toId: row.with,
      properties: { id: row.id, person: row.person, principal: row.with, ...datedProperties(row) },
    },
  ],
});

const term = (row: TermRow): Elements => ({
  nodes: [node('Term', row.id, { name: row.name, body: row.body })],
  edges: [relation('HAS_TERM', `has-${row.id}`, row.body, row.id, row)],
});

const seats = (row: SeatsRow): Elements => ({
  nodes: [],
  edges: [
    relation('HAS_SEATS', row.id, row.by, row.body, row, { count: row.count, exOfficio: row.exOfficio ?? null, status: row.status ?? null }),
  ],
});

const COMPILERS: { [W in Word]: (row: Rows[W][number]) => Elements } = {
  documents: document,
  sources: source,
  regions: (row) => named('Region', row, { code: row.code ?? null }),
  municipalities: (row) => named('Municipality', row, { code: row.code ?? null }),
  parties: (row) => named('Party', row),
  people: (row) => named('Person', row),
  bodies: body,
  terms: term,
  relations: (row: RelationRow) => ({ nodes: [], edges: [relation(row.kind, row.id, row.subject, row.object, row)] }),
  seats,
  lists: (row: ListRow) => ({ nodes: [], edges: [edge('LISTS', row.id, row.document, row.body, { complete: row.complete })] }),
  affiliations: affiliation,
  meetings: meeting,
  'agenda-items': agendaItem,
  memberships: membership,
};

/** The nodes and edges that a row says. @throws RangeError where its dates contradict each other. */
export const compileRow = <W extends Word>(word: W, row: Rows[W][number]): Elements => COMPILERS[word](row);
