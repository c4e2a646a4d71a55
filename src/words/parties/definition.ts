import * as columns from '../columns.js';
import {
  abbreviations,
  aliases,
  choice,
  existence,
  facts,
  fields,
  identifiers,
  letters,
  name,
  names,
  optional,
  ownId,
  pattern,
  refersTo,
  sources,
} from '../fields.js';
import { identifiersOf } from '../identifiers/definition.js';
import { namesOf } from '../names/definition.js';
import { existenceColumns } from '../principals/existing.js';
import { defineWord, nodeType } from '../word.js';

export const PARTY_SCOPES = ['NATIONAL', 'LOCAL'] as const;
export type PartyScope = (typeof PARTY_SCOPES)[number];

const { nullable, oneOf } = columns;

/** Its bounds, where it has any, are those of its existence. */
export const Party = nodeType(
  'Party',
  { ...columns.named, scope: nullable(oneOf(PARTY_SCOPES)), municipality: nullable(columns.text), colour: nullable(columns.text), ...columns.existence },
  { also: ['Principal'], indexes: ['sortKey'] },
);

/** Only a list of one municipality has one. */
const ofOnePlace = {
  dependentSchemas: {
    municipality: {
      required: ['scope'],
      properties: { scope: { const: 'LOCAL', expects: 'LOCAL, or no `municipality` beside it' } },
      expects: '`scope`: LOCAL, where there is a municipality',
    },
  },
};

export const parties = defineWord({
  word: 'parties',
  title: 'Parties',
  prefix: 'party',
  row: fields(
    {
      id: ownId('party'),
      name: name('Its name; the latest, where `names` has several.'),
      scope: optional(
        choice(PARTY_SCOPES, 'Whether it runs in the country, or is a list of one municipality, whose letter means it only there. Absent: NATIONAL.'),
      ),
      municipality: optional(refersTo('municipality', 'Of a local list: the municipality in which it runs.')),
      ...aliases,
      ...abbreviations,
      ...names,
      ...letters,
      colour: optional(pattern('^#[0-9a-f]{6}$', 'a colour such as #cc0000, in 0-9 and a-f', 'The colour in which it is shown, as red, green and blue.')),
      ...existence,
      ...identifiers,
      ...sources,
      ...facts,
    },
    ofOnePlace,
  ),
  compile: (row) => {
    const { columns: named, elements } = namesOf(row);
    const party = Party.of(row.id, {
      ...named,
      scope: row.scope ?? null,
      municipality: row.municipality ?? null,
      colour: row.colour ?? null,
      ...existenceColumns(row),
      sources: row.sources,
    });
    const borne = identifiersOf(row);
    return { nodes: [party, ...elements.nodes, ...borne.nodes], edges: [...elements.edges, ...borne.edges] };
  },
});
