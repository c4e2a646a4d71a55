import { type NameKind } from '../names/model.js';
import { foldedWords, listKey } from '../names/fold.js';
import type { EdgeElement, EdgeType, Elements, Label, NodeElement, Properties } from '../record/elements.js';
import { datedProperties } from '../time/dated.js';
import type { AnyRow, CalledFields, DatedFields, NamedRow, ProvenanceFields } from './rows.js';

export const node = (label: Label, id: string, properties: Properties): NodeElement => ({ label, id, properties: { id, ...properties } });

export const edge = (type: EdgeType, id: string, fromId: string, toId: string, properties: Properties = {}): EdgeElement => ({
  type,
  id,
  fromId,
  toId,
  properties: { id, fromId, toId, ...properties },
});

export const link = (type: EdgeType, fromId: string, toId: string, properties: Properties = {}): EdgeElement =>
  edge(type, `${type.toLowerCase().replaceAll('_', '-')}:${fromId}>${toId}`, fromId, toId, properties);

export const links = (type: EdgeType, fromId: string, toId: string | undefined): EdgeElement[] => (toId ? [link(type, fromId, toId)] : []);

export const relation = (type: EdgeType, id: string, fromId: string, toId: string, row: DatedFields, more: Properties = {}): EdgeElement =>
  edge(type, id, fromId, toId, { relation: type, ...datedProperties(row), ...more });

export const provenance = ({ basis, reason, sources }: ProvenanceFields): Properties => ({
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

export const named = (label: Label, row: NamedRow, more: Properties = {}): Elements => {
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

export const titled = (label: Label, row: AnyRow, title: string | undefined, properties: Properties): Elements => {
  const names = title ? nameElements(row.id, [{ kind: 'NAME', fields: { text: title } }], row.sources ?? []) : { nodes: [], edges: [] };
  return { nodes: [node(label, row.id, { ...properties, sources: row.sources ?? [] }), ...names.nodes], edges: names.edges };
};
