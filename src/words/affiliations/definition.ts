import Type from 'typebox';
import { printedProperties, statedOf } from '../../record/dated-properties.js';
import * as columns from '../columns.js';
import { dated, facts, fields, growing, openEnded, optional, ownId, refersTo } from '../fields.js';
import { defineWord, edgeType } from '../word.js';

/** Who is known to be of no party is tied to no other than the person. `dependsOn`: ids of seats, with the last of which it ends. */
export const AFFILIATED_WITH = edgeType(
  'AFFILIATED_WITH',
  'Person',
  ['Party', 'Municipality', 'Person'],
  { ...columns.dated, dependsOn: columns.nullable(columns.texts) },
  { dated: true, columns: { fromColumn: 'person', toColumn: 'principal' } },
);

export const affiliations = defineWord({
  word: 'affiliations',
  title: 'Ties of people to parties and municipalities',
  prefix: 'affiliation',
  row: fields(
    {
      id: ownId('affiliation', 'Its id: the person and the party or municipality.'),
      person: refersTo('person', 'The person.'),
      with: optional(refersTo(['party', 'municipality'], 'The party, or the home municipality.')),
      independent: optional(Type.Literal(true, { description: 'In place of `with`: the person is known to be of no party.' })),
      dependsOn: optional(
        growing(
          refersTo('membership', 'A seat of the person.'),
          'Seats for which the person is tied to it: it ends at the latest with the last of them, and may begin before them.',
        ),
      ),
      ...dated,
      ...facts,
    },
    {
      ...openEnded,
      allOf: [{ oneOf: [{ required: ['with'] }, { required: ['independent'] }], expects: 'either `with` or `independent`' }],
    },
  ),
  compile: (row) => {
    const said = { ...printedProperties(row), dependsOn: row.dependsOn ?? null };
    return { nodes: [], edges: [AFFILIATED_WITH.of(row.id, row.person, row.with ?? row.person, said, statedOf(row))] };
  },
});
