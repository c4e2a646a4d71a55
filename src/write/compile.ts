import { isAffiliationId } from '../words/affiliations/model.js';
import { appointmentId } from '../words/appointments/model.js';
import { foldedText, listKey } from '../words/names/fold.js';
import type { EdgeElement, EdgeType, Elements } from './elements.js';
import { BEGINNING } from '../time/civil.js';
import { datedProperties, statedOf } from '../record/dated-properties.js';
import { edge, link, links, named, node, provenance, relation, titled } from './make.js';
import { agendaItem, agreement, allocation, decision, meeting, statement } from './minutes.js';
import type {
  AffiliationRow,
  AppointmentFields,
  BodyRow,
  DocumentRow,
  FootingFields,
  ListRow,
  MembershipRow,
  MunicipalityRow,
  ProvenanceFields,
  RelationRow,
  Rows,
  RuleRow,
  SeatsRow,
  SourceRow,
  StandInRow,
  TermRow,
  Word,
} from './rows.js';

const body = (row: BodyRow): Elements =>
  named('Body', row, {
    kind: row.kind,
    several: row.several ?? null,
    chairIsMember: row.chairIsMember ?? null,
    membersFrom: row.membersFrom ?? null,
    holdsOver: row.holdsOver ?? null,
    minimum: row.minimum ?? null,
    maximum: row.maximum ?? null,
    ...datedProperties({ ...row.existence, sources: row.sources ?? [] }),
  });

const municipality = (row: MunicipalityRow): Elements =>
  named('Municipality', row, { code: row.code ?? null, ...(row.existence && datedProperties({ ...row.existence, sources: row.sources ?? [] })) });

const document = (row: DocumentRow): Elements => {
  const { title, kind, issuer, date, meeting, url, sha256, text } = row;
  const elements = titled('Document', row, title, {
    title,
    folded: foldedText(title),
    sortKey: listKey(title, row.id),
    kind,
    issuer: issuer ?? null,
    date: date ?? null,
    meeting: meeting ?? null,
    url: url ?? null,
    sha256: sha256 ?? null,
    text: text ?? null,
  });
  elements.edges.push(...links('ISSUED_BY', row.id, issuer), ...links('REPORTS', row.id, meeting));
  return elements;
};

const source = ({ id, document: of, section, lines, quote }: SourceRow): Elements => ({
  nodes: [node('Source', id, { document: of, section: section ?? null, lines: lines ?? null, quote })],
  edges: [link('IN', id, of)],
});

export const tie = (type: EdgeType, id: string, to: string, fields: ProvenanceFields & { rank?: number }): EdgeElement =>
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

/** What rests on a personal tie, which is no node, leads to the person. */
const footing = (id: string, person: string, fields: FootingFields): EdgeElement => {
  const { on } = fields;
  return edge('RESTS_ON', `rests-on:${id}>${on}`, id, isAffiliationId(on) ? person : appointmentId(on), { tie: 'RESTS_ON', on, ...provenance(fields) });
};

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
  const { person, body: of, role, title, term, ending, restsOn = [] } = row;
  const seat: EdgeElement = {
    type: 'MEMBER_OF',
    id: row.id,
    fromId: person,
    toId: of,
    properties: { id: row.id, person, body: of, role, title: title ?? null, term: term ?? null, ending: ending ?? null, ...datedProperties(row) },
    stated: statedOf(row),
  };
  return {
    nodes: [appointment],
    edges: [seat, link('OF', id, person), link('TO', id, of), ...ties(id, how), ...restsOn.map((one) => footing(id, person, one))],
  };
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
      stated: statedOf(row),
    },
  ],
});

const term = (row: TermRow): Elements => ({
  nodes: [node('Term', row.id, { name: row.name, body: row.body })],
  edges: [relation('HAS_TERM', `has-${row.id}`, row.body, row.id, row)],
});

const seats = (row: SeatsRow): Elements => ({
  nodes: [],
  edges: [relation('HAS_SEATS', row.id, row.by, row.body, row, { count: row.count, exOfficio: row.exOfficio ?? null, status: row.status ?? null })],
});

const standIn = (row: StandInRow): Elements => {
  const { id, substitute, holder } = row;
  return { nodes: [], edges: [edge('STOOD_IN', id, appointmentId(substitute), appointmentId(holder), { substitute, holder, ...datedProperties(row) })] };
};

/** A rule holds since ever and until further notice, where it has no dates. */
const rule = (row: RuleRow): Elements => ({
  nodes: [
    node('Rule', row.id, {
      sentence: row.sentence,
      body: row.body ?? null,
      kind: row.kind ?? null,
      office: row.office,
      council: row.council ?? null,
      places: row.places ?? null,
      role: row.role,
      substituteFor: row.substituteFor ?? null,
      ...datedProperties({ ...row, ...(!row.from && { narrowed: { fromMin: BEGINNING, fromMax: BEGINNING } }), ...(!row.until && { open: true }) }),
    }),
  ],
  edges: [],
});

const COMPILERS: { [W in Word]: (row: Rows[W][number]) => Elements } = {
  documents: document,
  sources: source,
  regions: (row) => named('Region', row, { code: row.code ?? null }),
  municipalities: municipality,
  parties: (row) => named('Party', row),
  people: (row) => named('Person', row, { diedOn: row.diedOn ?? null }),
  bodies: body,
  terms: term,
  relations: (row: RelationRow) => ({ nodes: [], edges: [relation(row.kind, row.id, row.subject, row.object, row)] }),
  seats,
  rules: rule,
  lists: (row: ListRow) => ({ nodes: [], edges: [edge('LISTS', row.id, row.document, row.body, { complete: row.complete })] }),
  affiliations: affiliation,
  meetings: meeting,
  'agenda-items': agendaItem,
  memberships: membership,
  'stand-ins': standIn,
  agreements: agreement,
  decisions: decision,
  allocations: allocation,
  statements: statement,
};

/** The nodes and edges that a row says. @throws RangeError where its dates contradict each other. */
export const compileRow = <W extends Word>(word: W, row: Rows[W][number]): Elements => COMPILERS[word](row);
