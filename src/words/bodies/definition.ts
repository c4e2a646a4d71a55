import Type from 'typebox';
import { datedProperties } from '../../record/dated-properties.js';
import * as columns from '../columns.js';
import {
  abbreviations,
  aliases,
  choice,
  day,
  existence,
  facts,
  fields,
  identifiers,
  list,
  name,
  names,
  optional,
  ownId,
  refersTo,
  sources,
  sourcesOfItsOwn,
} from '../fields.js';
import { ROLES } from '../memberships/roles.js';
import { identifiersOf } from '../identifiers/definition.js';
import { namesOf } from '../names/definition.js';
import { defineWord, nodeType } from '../word.js';
import { storedSizes } from './sizes.js';

export const BODY_KINDS = ['COUNCIL', 'FORUM', 'COMMITTEE', 'HEALTH_CLUSTER', 'BOARD', 'ORGANISATION'] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

export const bodyKind = (description: string) => choice(BODY_KINDS, description);

/** Its bounds are those of its existence; what it says of its seats is null where it says nothing. `sizes`: as JSON, those of some days alone. */
export const Body = nodeType(
  'Body',
  {
    ...columns.named,
    kind: columns.oneOf(BODY_KINDS),
    several: columns.nullable(Type.Array(columns.oneOf(ROLES))),
    chairIsMember: columns.nullable(columns.yes),
    membersFrom: columns.nullable(columns.text),
    holdsOver: columns.nullable(columns.yes),
    minimum: columns.nullable(columns.number),
    maximum: columns.nullable(columns.number),
    sizes: columns.nullable(columns.text),
    ...columns.dated,
  },
  { also: ['Principal'], indexes: ['sortKey'] },
);

const count = (description: string) => optional(Type.Integer({ minimum: 0, description }));

const membersCounted = {
  minimum: count('How many members it has at least.'),
  maximum: count('How many members it has at most.'),
};

const size = fields(
  {
    from: optional(day('The first day on which that is so; absent: ever since it exists.')),
    until: optional(day('The first day on which it is no longer so; absent: from then on.')),
    ...membersCounted,
    ...sourcesOfItsOwn,
  },
  { anyOf: [{ required: ['minimum'] }, { required: ['maximum'] }], expects: '`minimum` or `maximum`' },
);

export const bodies = defineWord({
  word: 'bodies',
  title: 'Councils, forums, committees, health clusters, boards and organisations',
  prefix: 'body',
  row: fields({
    id: ownId('body'),
    kind: bodyKind('What kind of body.'),
    name: name('Its name; the latest, where `names` has several.'),
    ...aliases,
    ...abbreviations,
    ...names,
    ...existence,
    several: optional(list(choice(ROLES, 'A role.'), 'Roles that one person at a time holds elsewhere, and several hold here.')),
    chairIsMember: optional(Type.Boolean({ description: 'Whether its chair is one of its members.' })),
    membersFrom: optional(refersTo('body', 'The body whose members its members are.')),
    holdsOver: optional(Type.Boolean({ description: 'Whether its members sit on, past their term, until those of a later term take their seats.' })),
    ...membersCounted,
    sizes: optional(
      Type.Array(size, {
        minItems: 1,
        addsUp: 'from',
        description: 'How many members it has from a day on, where that changes, beside what holds on every day.',
      }),
    ),
    ...identifiers,
    ...sources,
    ...facts,
  }),
  compile: (row) => {
    const { columns: named, elements } = namesOf(row);
    const body = Body.of(row.id, {
      ...named,
      kind: row.kind,
      several: row.several ?? null,
      chairIsMember: row.chairIsMember ?? null,
      membersFrom: row.membersFrom ?? null,
      holdsOver: row.holdsOver ?? null,
      minimum: row.minimum ?? null,
      maximum: row.maximum ?? null,
      sizes: storedSizes(row.sizes),
      ...datedProperties({ ...row.existence, sources: row.sources }),
    });
    const borne = identifiersOf(row);
    return { nodes: [body, ...elements.nodes, ...borne.nodes], edges: [...elements.edges, ...borne.edges] };
  },
});
