import Type from 'typebox';
import { printedProperties, statedOf } from '../../record/dated-properties.js';
import * as columns from '../columns.js';
import { dated, facts, fields, openEnded, optional, ownId, refersTo } from '../fields.js';
import { defineWord, edgeType } from '../word.js';

/** Who is known to be of no party is tied to no other than the person. */
export const AFFILIATED_WITH = edgeType('AFFILIATED_WITH', 'Person', ['Party', 'Municipality', 'Person'], columns.dated, {
  dated: true,
  columns: { fromColumn: 'person', toColumn: 'principal' },
});

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
      ...dated,
      ...facts,
    },
    {
      ...openEnded,
      allOf: [{ oneOf: [{ required: ['with'] }, { required: ['independent'] }], expects: 'either `with` or `independent`' }],
    },
  ),
  compile: (row) => ({ nodes: [], edges: [AFFILIATED_WITH.of(row.id, row.person, row.with ?? row.person, printedProperties(row), statedOf(row))] }),
});
