import { printedProperties, statedOf } from '../../record/dated-properties.js';
import * as columns from '../columns.js';
import { dated, facts, fields, openEnded, ownId, refersTo } from '../fields.js';
import { defineWord, edgeType } from '../word.js';

export const AFFILIATED_WITH = edgeType('AFFILIATED_WITH', 'Person', ['Party', 'Municipality'], columns.dated, {
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
      with: refersTo(['party', 'municipality'], 'The party, or the home municipality.'),
      ...dated,
      ...facts,
    },
    openEnded,
  ),
  compile: (row) => ({ nodes: [], edges: [AFFILIATED_WITH.of(row.id, row.person, row.with, printedProperties(row), statedOf(row))] }),
});
