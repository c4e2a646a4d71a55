import { foldedText, listKey } from '../words/names/fold.js';
import type { EdgeElement, Elements, NodeElement } from './elements.js';
import { nodeIdOf } from '../words/appointments/model.js';
import { datedProperties } from '../record/dated-properties.js';
import { edge, link, links, node, provenance, titled } from './make.js';
import type {
  AgendaItemRow,
  AgreementRow,
  AllocationRow,
  AppearanceFields,
  DecisionRow,
  MeetingRow,
  RecommendationFields,
  StatementRow,
} from './minutes-rows.js';

const NUMBER = /\d+/g;
/** Numbers as wide as each other, so that 3.10 comes after 3.9. */
const numberKey = (number: string | undefined): string => (number ?? '~').replace(NUMBER, (digits) => digits.padStart(6, '0'));

export const meeting = (row: MeetingRow): Elements => {
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

const recommendation = (item: string, { text, outcome, sources }: RecommendationFields, at: number): NodeElement =>
  node('Recommendation', `recommendation:${item}:${at + 1}`, { item, position: at + 1, text, outcome, sources });

const appearance = (item: string, { person, onBehalfOf, announced, reported, sources }: AppearanceFields): EdgeElement => {
  const id = `appeared-at:${person}>${item}${onBehalfOf ? `>${onBehalfOf}` : ''}`;
  return edge('APPEARED_AT', id, person, item, { onBehalfOf: onBehalfOf ?? null, announced, reported, sources });
};

/** It stores what was recommended, so that another recommendation is another version of it. */
export const agendaItem = (row: AgendaItemRow): Elements => {
  const recommendations = (row.recommendations ?? []).map((one, at) => recommendation(row.id, one, at));
  const appearances = (row.appearances ?? []).map((one) => appearance(row.id, one));
  const twice = appearances.find(({ id }, at) => appearances.findIndex((other) => other.id === id) < at);
  if (twice) throw new RangeError(`required: a person once at an item on behalf of one principal; given: ${twice.fromId} twice`);
  const item = node('AgendaItem', row.id, {
    meeting: row.meeting,
    number: row.number ?? null,
    title: row.title,
    caseNumber: row.caseNumber ?? null,
    planned: row.planned ?? false,
    sortKey: `${numberKey(row.number)}\t${row.id}`,
    recommended: row.recommendations ? JSON.stringify(row.recommendations) : null,
    sources: row.sources ?? [],
  });
  return {
    nodes: [item, ...recommendations],
    edges: [link('ON_AGENDA_OF', row.id, row.meeting), ...recommendations.map(({ id }) => link('RECOMMENDED_AT', id, row.id)), ...appearances],
  };
};

export const decision = (row: DecisionRow): Elements => {
  const { id, item, body, date, text, outcome } = row;
  const properties = { item: item ?? null, body: body ?? null, date: date ?? null, text, outcome };
  const sortKey = `${date ?? '9999'}\t${numberKey(id)}\t${id}`;
  return {
    nodes: [node('Decision', id, { ...properties, folded: foldedText(text), sortKey, ...provenance(row) })],
    edges: [...links('TAKEN_AT', id, item), ...links('TAKEN_BY', id, body)],
  };
};

export const agreement = (row: AgreementRow): Elements => {
  const { id, title, parties, status } = row;
  const elements = titled('Agreement', row, title, {
    title,
    folded: foldedText(title),
    sortKey: listKey(title, id),
    parties,
    status: status ?? null,
    ...datedProperties(row),
  });
  elements.edges.push(...parties.map((party) => link('CONCLUDED_BY', id, party)));
  return elements;
};

export const allocation = (row: AllocationRow): Elements => {
  const { id, municipality, subject, year, value, printed, item, sources } = row;
  const sortKey = [String(year).padStart(4, '0'), listKey(subject, id)].join('\t');
  return {
    nodes: [node('Allocation', id, { municipality, subject, year, value, printed: printed ?? null, item: item ?? null, sortKey, sources: sources ?? [] })],
    edges: [link('GIVEN_TO', id, municipality), ...links('GIVEN_AT', id, item)],
  };
};

export const statement = (row: StatementRow): Elements => {
  const { id, about, subject, text, value, date, conflictsWith = [] } = row;
  if (conflictsWith.includes(id)) throw new RangeError(`required: a conflict with another statement; given: ${id}`);
  const said = { about, subject, text, value: value ?? null, date: date ?? null };
  const properties = { ...said, folded: foldedText(`${subject}\n${text}`), sortKey: listKey(subject, id) };
  const things = new Set(about.map(nodeIdOf));
  return {
    nodes: [node('Statement', id, { ...properties, ...provenance(row) })],
    edges: [...[...things].map((thing) => link('ABOUT', id, thing)), ...conflictsWith.map((other) => link('CONFLICTS_WITH', id, other))],
  };
};
