import { datedProperties } from '../../record/dated-properties.js';
import type { Elements } from '../../record/elements.js';
import * as columns from '../columns.js';
import type { IdentifierFields } from '../fields.js';
import { edgeType, nodeType } from '../word.js';

const { nullable } = columns;

/** What a scheme calls a thing. Of `person`, `body` and `thing` it has the one that bears it. */
export const Identifier = nodeType(
  'Identifier',
  {
    person: nullable(columns.text),
    body: nullable(columns.text),
    thing: nullable(columns.text),
    scheme: columns.text,
    value: columns.text,
    url: nullable(columns.text),
    ...columns.dated,
  },
  { indexes: ['value'] },
);

export const BEARS = edgeType('BEARS', ['Person', 'Body', 'Party', 'Municipality', 'Region'], ['Identifier'], {});

/** What a row says of the identifiers of its thing. */
interface IdentifiedRow {
  id: string;
  identifiers?: IdentifierFields[];
  sources?: string[];
}

const bearer = (id: string): { person: string | null; body: string | null; thing: string | null } => {
  const [isPerson, isBody] = [id.startsWith('person:'), id.startsWith('body:')];
  return { person: isPerson ? id : null, body: isBody ? id : null, thing: isPerson || isBody ? null : id };
};

/** The id of an identifier: whatever else is said of it, it has this scheme and value. */
export const identifierId = (id: string, scheme: string, value: string): string => `identifier:${id}:${scheme}:${encodeURIComponent(value)}`;

/** Identifiers and the edges to them; one that a thing bears again, after a time, is numbered. */
export const identifiersOf = ({ id, identifiers = [], sources = [] }: IdentifiedRow): Elements => {
  const borne = new Map<string, number>();
  const nodes = identifiers.map(({ scheme, value, url, ...said }) => {
    const stem = identifierId(id, scheme, value);
    const time = (borne.get(stem) ?? 0) + 1;
    borne.set(stem, time);
    const dates = datedProperties({ ...said, sources: said.sources ?? sources });
    return Identifier.of(time === 1 ? stem : `${stem}:${time}`, { ...bearer(id), scheme, value, url: url ?? null, ...dates });
  });
  return { nodes, edges: nodes.map((node) => BEARS.between(id, node.id, {})) };
};
