import { datedProperties } from '../../record/dated-properties.js';
import * as columns from '../columns.js';
import { PRINCIPALS, choice, dated, facts, fields, openEnded, ownId, refersTo } from '../fields.js';
import { defineWord, edgeType } from '../word.js';

const relationType = (type: string, from: string | readonly string[], to: readonly string[]) =>
  edgeType(type, from, to, { relation: columns.text, ...columns.dated }, { dated: true });

export const COVERS = relationType('COVERS', 'Body', ['Municipality']);
export const PART_OF = relationType('PART_OF', 'Body', ['Body']);
export const LIES_IN = relationType('LIES_IN', 'Municipality', ['Region']);
export const GOVERNS = relationType('GOVERNS', 'Body', ['Municipality', 'Region']);
export const SUCCEEDS = relationType('SUCCEEDS', ['Body', 'Party', 'Municipality', 'Region'], ['Body', 'Party', 'Municipality', 'Region']);
export const FOLLOWS = relationType('FOLLOWS', 'Body', ['Calendar']);

const TYPES = { COVERS, PART_OF, LIES_IN, GOVERNS, SUCCEEDS, FOLLOWS };
const KINDS = ['COVERS', 'PART_OF', 'LIES_IN', 'GOVERNS', 'SUCCEEDS', 'FOLLOWS'] as const;

/** Ids that a relation of a kind joins. */
const joins = (kind: (typeof KINDS)[number], subject: string, ...object: string[]): object => ({
  if: { properties: { kind: { const: kind } } },
  then: {
    properties: {
      subject: { pattern: `^${subject}:`, expects: `of ${kind}: the id of a ${subject}` },
      object: { pattern: `^(${object.join('|')}):`, expects: `of ${kind}: the id of a ${object.join(' or ')}` },
    },
  },
});

/** What succeeds and what it succeeds are of one kind. */
const joinsAlike = (prefix: string): object => ({
  if: { required: ['subject'], properties: { kind: { const: 'SUCCEEDS' }, subject: { pattern: `^${prefix}:` } } },
  then: { properties: { object: { pattern: `^${prefix}:`, expects: `of SUCCEEDS: the id of a ${prefix}, as its subject is one` } } },
});

export const relations = defineWord({
  word: 'relations',
  title: 'How bodies, places and election calendars relate',
  prefix: 'relation',
  row: fields(
    {
      id: ownId('relation'),
      kind: choice(KINDS, 'How the subject relates to the object.'),
      subject: refersTo(
        PRINCIPALS,
        'The body that covers, the part, the municipality that lies in a region, the council that governs, the new body, party or place that succeeds, the body that follows.',
      ),
      object: refersTo(
        [...PRINCIPALS, 'calendar'],
        'The municipality covered, the whole, the region, the place governed, the old one of the same kind, the calendar followed.',
      ),
      ...dated,
      ...facts,
    },
    {
      ...openEnded,
      allOf: [
        joins('COVERS', 'body', 'municipality'),
        joins('PART_OF', 'body', 'body'),
        joins('LIES_IN', 'municipality', 'region'),
        joins('GOVERNS', 'body', 'municipality', 'region'),
        ...PRINCIPALS.map(joinsAlike),
        joins('FOLLOWS', 'body', 'calendar'),
      ],
    },
  ),
  compile: (row) => ({ nodes: [], edges: [TYPES[row.kind].of(row.id, row.subject, row.object, { relation: row.kind, ...datedProperties(row) })] }),
});
