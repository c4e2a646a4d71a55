import Type from 'typebox';
import { datedProperties } from '../../record/dated-properties.js';
import * as columns from '../columns.js';
import { TITLE, choice, existence, facts, fields, name, optional, ownId, refersTo, sources } from '../fields.js';
import { ROLES } from '../memberships/roles.js';
import { defineWord, edgeType, nodeType } from '../word.js';

/** A role of a body as an institution; its bounds are those of its existence. `holders`: how many may hold it at once. */
export const Office = nodeType('Office', {
  body: columns.text,
  role: columns.oneOf(ROLES),
  title: columns.nullable(columns.text),
  district: columns.nullable(columns.text),
  holders: columns.number,
  ...columns.dated,
});

export const OFFICE_OF = edgeType('OFFICE_OF', 'Office', ['Body'], {});

export const offices = defineWord({
  word: 'offices',
  title: 'Roles of bodies as institutions: since when there is one, and how many may hold it at once',
  prefix: 'office',
  row: fields({
    id: ownId('office', 'Its id: the body and the role.'),
    body: refersTo('body', 'The body it is in.'),
    role: choice(ROLES, 'The role in the body.'),
    title: optional(name('The title of who holds it, where several offices of the body have that role.', TITLE)),
    district: optional(name('The district that it is for.', TITLE)),
    holders: optional(Type.Integer({ minimum: 1, description: 'How many may hold it at once: of a shared post, which is one seat, two. Absent: 1.' })),
    ...existence,
    ...sources,
    ...facts,
  }),
  fixed: ['body', 'role'],
  compile: ({ id, body, role, title = null, district = null, holders = 1, existence: exists, sources: said }) => ({
    nodes: [Office.of(id, { body, role, title, district, holders, ...datedProperties({ ...exists, sources: exists?.sources ?? said }) })],
    edges: [OFFICE_OF.between(id, body, {})],
  }),
});
