import * as columns from '../columns.js';
import { day, facts, fields, optional, ownId, pattern, refersTo, sources } from '../fields.js';
import { defineWord, edgeType, nodeType } from '../word.js';

/** That the record names all whom a body has, from a day on: on none of these days is there a member that it does not have as possible. */
export const Register = nodeType('Register', {
  body: columns.text,
  by: columns.text,
  from: columns.text,
  until: columns.nullable(columns.text),
  sources: columns.texts,
});

export const KEEPS = edgeType('KEEPS', 'Register', ['Body'], {});

export const registers = defineWord({
  word: 'registers',
  title: 'Who says that the record of a body is complete, and from when until when',
  prefix: 'register',
  row: fields({
    id: ownId('register', 'Its id: who keeps it, and the body.'),
    body: refersTo('body', 'The body of which every member is named.'),
    by: pattern('^[a-z0-9]+([.-][a-z0-9]+)*$', 'the id of a data set, or `editor`', 'Who says so: the id of a data set, or `editor`.'),
    from: day('The first day on which every member is named.'),
    until: optional(day('The first day on which that is no longer said.')),
    ...sources,
    ...facts,
  }),
  fixed: ['body', 'by'],
  compile: ({ id, body, by, from, until, sources: said }) => {
    if (until !== undefined && until <= from) throw new RangeError(`required: from before until; given: from ${from} until ${until}`);
    return { nodes: [Register.of(id, { body, by, from, until: until ?? null, sources: said })], edges: [KEEPS.between(id, body, {})] };
  },
});
