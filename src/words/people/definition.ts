import * as columns from '../columns.js';
import { aliases, choice, facts, fields, identifiers, name, names, optional, ownId, partialDate, sources } from '../fields.js';
import { identifiersOf } from '../identifiers/definition.js';
import { namesOf } from '../names/definition.js';
import { defineWord, nodeType } from '../word.js';

const GENDERS = ['FEMALE', 'MALE', 'OTHER'] as const;

export const Person = nodeType(
  'Person',
  { ...columns.named, diedOn: columns.nullable(columns.text), gender: columns.nullable(columns.oneOf(GENDERS)) },
  { indexes: ['sortKey'] },
);

export const people = defineWord({
  word: 'people',
  title: 'People',
  prefix: 'person',
  row: fields({
    id: ownId('person'),
    name: name('The name in full; the latest, where `names` has several.'),
    ...aliases,
    ...names,
    diedOn: optional(partialDate('When the person died: no seat and no tie to a party outlasts that day.')),
    gender: optional(choice(GENDERS, 'The gender that a public register states. It is concluded from nothing else, such as a name.')),
    ...identifiers,
    ...sources,
    ...facts,
  }),
  compile: (row) => {
    const { columns: named, elements } = namesOf(row);
    const borne = identifiersOf(row);
    const person = Person.of(row.id, { ...named, diedOn: row.diedOn ?? null, gender: row.gender ?? null });
    return { nodes: [person, ...elements.nodes, ...borne.nodes], edges: [...elements.edges, ...borne.edges] };
  },
});
