import * as columns from '../columns.js';
import { abbreviations, aliases, facts, fields, letters, ownId, sources, text } from '../fields.js';
import { namesOf } from '../names/definition.js';
import { defineWord, nodeType } from '../word.js';

export const Party = nodeType('Party', columns.named, { also: ['Principal'], indexes: ['sortKey'] });

export const parties = defineWord({
  word: 'parties',
  title: 'Parties',
  prefix: 'party',
  row: fields({ id: ownId('party'), name: text('Its name.'), ...aliases, ...abbreviations, ...letters, ...sources, ...facts }),
  compile: (row) => {
    const names = namesOf(row);
    return { nodes: [Party.of(row.id, names.columns), ...names.elements.nodes], edges: names.elements.edges };
  },
});
