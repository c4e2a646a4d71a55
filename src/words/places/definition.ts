import { datedProperties } from '../../record/dated-properties.js';
import * as columns from '../columns.js';
import { aliases, existence, facts, fields, name, optional, ownId, pattern, sources } from '../fields.js';
import { namesOf } from '../names/definition.js';
import { defineWord, nodeType } from '../word.js';

const code = { code: columns.nullable(columns.text) };

export const Region = nodeType('Region', { ...columns.named, ...code }, { also: ['Principal'] });

/** Its bounds, where it has any, are those of its existence. */
export const Municipality = nodeType(
  'Municipality',
  { ...columns.named, ...code, ...columns.maybe(columns.dated) },
  { also: ['Principal'], indexes: ['sortKey', 'code'] },
);

const official = (description: string) => pattern('^\\d{4}$', 'four digits', description);

export const regions = defineWord({
  word: 'regions',
  title: 'Regions',
  prefix: 'region',
  row: fields({ id: ownId('region'), code: optional(official('The official code, four digits.')), name: name('Its name.'), ...aliases, ...sources, ...facts }),
  compile: (row) => {
    const names = namesOf(row);
    return { nodes: [Region.of(row.id, { ...names.columns, code: row.code ?? null }), ...names.elements.nodes], edges: names.elements.edges };
  },
});

export const municipalities = defineWord({
  word: 'municipalities',
  title: 'Municipalities',
  prefix: 'municipality',
  row: fields({
    id: ownId('municipality'),
    code: official('The official municipality code, four digits.'),
    name: name('Its name, without the word for municipality.'),
    ...aliases,
    ...existence,
    ...sources,
    ...facts,
  }),
  compile: (row) => {
    const names = namesOf(row);
    const dates = row.existence && datedProperties({ ...row.existence, sources: row.sources });
    const municipality = Municipality.of(row.id, { ...names.columns, code: row.code, ...columns.orNull(columns.dated, dates), sources: row.sources });
    return { nodes: [municipality, ...names.elements.nodes], edges: names.elements.edges };
  },
});
