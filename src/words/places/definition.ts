import * as columns from '../columns.js';
import { aliases, existence, facts, fields, identifiers, name, names, optional, ownId, pattern, sources } from '../fields.js';
import { identifiersOf } from '../identifiers/definition.js';
import { namesOf } from '../names/definition.js';
import { population, populationOf } from '../population/definition.js';
import { existenceColumns } from '../principals/existing.js';
import { defineWord, nodeType } from '../word.js';

const code = { code: columns.nullable(columns.text) };

/** Its bounds, where it has any, are those of its existence. */
const place = { ...columns.named, ...code, ...columns.existence };

export const Region = nodeType('Region', place, { also: ['Principal'] });

export const Municipality = nodeType('Municipality', place, { also: ['Principal'], indexes: ['sortKey', 'code'] });

const official = (description: string) => pattern('^\\d{4}$', 'four digits', description);

export const regions = defineWord({
  word: 'regions',
  title: 'Regions',
  prefix: 'region',
  row: fields({
    id: ownId('region'),
    code: optional(official('The official code, four digits.')),
    name: name('Its name; the latest, where `names` has several.'),
    ...aliases,
    ...names,
    ...existence,
    ...identifiers,
    ...sources,
    ...facts,
  }),
  compile: (row) => {
    const { columns: named, elements } = namesOf(row);
    const borne = identifiersOf(row);
    const region = Region.of(row.id, { ...named, code: row.code ?? null, ...existenceColumns(row), sources: row.sources });
    return { nodes: [region, ...elements.nodes, ...borne.nodes], edges: [...elements.edges, ...borne.edges] };
  },
});

export const municipalities = defineWord({
  word: 'municipalities',
  title: 'Municipalities',
  prefix: 'municipality',
  row: fields({
    id: ownId('municipality'),
    code: official('The official municipality code, four digits.'),
    name: name('Its name, without the word for municipality; the latest, where `names` has several.'),
    ...aliases,
    ...names,
    ...existence,
    ...population,
    ...identifiers,
    ...sources,
    ...facts,
  }),
  compile: (row) => {
    const { columns: named, elements } = namesOf(row);
    const borne = identifiersOf(row);
    const counted = populationOf(row.id, row.population, row.sources);
    const municipality = Municipality.of(row.id, { ...named, code: row.code, ...existenceColumns(row), sources: row.sources });
    return {
      nodes: [municipality, ...elements.nodes, ...counted.nodes, ...borne.nodes],
      edges: [...elements.edges, ...counted.edges, ...borne.edges],
    };
  },
});
