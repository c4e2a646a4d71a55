import type { Called, NameKind } from '../words/names/model.js';
import { foldedWords, listKey } from '../words/names/fold.js';
import type { EdgeElement, EdgeType, Elements, Label, NodeElement, Properties } from './elements.js';
import { datedProperties } from '../record/dated-properties.js';
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

type Calling = { kind: NameKind; fields: CalledFields };

const callingsOf = (row: NamedRow): Calling[] => {
  const names: CalledFields[] = row.names ?? [{ text: row.name }];
  return [
    ...names.map((fields): Calling => ({ kind: 'NAME', fields })),
    ...(row.aliases ?? []).map((fields): Calling => ({ kind: 'ALIAS', fields })),
    ...(row.abbreviations ?? []).map((fields): Calling => ({ kind: 'ABBREVIATION', fields })),
    ...(row.letters ?? []).map((fields): Calling => ({ kind: 'LETTER', fields })),
  ];
};

/** As a thing keeps them: nothing where it has one name for all time. */
const saidOf = (callings: readonly Calling[]): string | null =>
  callings.length === 1
    ? null
    : JSON.stringify(
        callings.map(({ kind, fields }): Called => {
          const { fromMin, fromMax, untilMin, untilMax } = datedProperties(fields);
          return { kind, text: fields.text, fromMin, fromMax, untilMin, untilMax };
        }),
      );

/** Name nodes and the edges to them; a name that is the thing's only one of its kind and text keeps its id. */
const nameElements = (id: string, callings: readonly Calling[], sources: string[]): Elements => {
  const seen = new Map<string, number>();
  const elements: Elements = { nodes: [], edges: [] };
  for (const { kind, fields } of callings) {
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
  const callings = callingsOf(row);
  const names = nameElements(row.id, callings, row.sources ?? []);
  const thing = node(label, row.id, {
    name: row.name,
    sortKey: listKey(row.name, row.id),
    called: saidOf(callings),
    sources: row.sources ?? [],
    ...more,
  });
  return { nodes: [thing, ...names.nodes], edges: names.edges };
};

export const titled = (label: Label, row: AnyRow, title: string | undefined, properties: Properties): Elements => {
  const names = title ? nameElements(row.id, [{ kind: 'NAME', fields: { text: title } }], row.sources ?? []) : { nodes: [], edges: [] };
  return { nodes: [node(label, row.id, { ...properties, sources: row.sources ?? [] }), ...names.nodes], edges: names.edges };
};
