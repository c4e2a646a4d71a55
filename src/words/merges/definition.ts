import * as columns from '../columns.js';
import { facts, fields, list, optional, ownId, reasoned, refersTo, sourced } from '../fields.js';
import { defineWord, edgeType, nodeType } from '../word.js';

/** That two records are of one person: `gone` leads to `keep`; or that several are known to be of different people. */
export const Merging = nodeType(
  'Merging',
  { keep: columns.nullable(columns.text), gone: columns.nullable(columns.text), different: columns.texts, ...columns.provenance },
  { part: true },
);

/** To whom it leads, or to those who are different. */
export const CONCERNS = edgeType('CONCERNS', 'Merging', ['Person'], {});

/** An id that leads to another, of a person or of what two records of one both have: its own is made of the two. */
export const Redirect = nodeType('Redirect', { from: columns.text, to: columns.text }, { indexes: ['from', 'to'], part: true });

export const redirect = (from: string, to: string) => Redirect.of(`redirect:${from}>${to}`, { from, to });

export const merges = defineWord({
  word: 'merges',
  title: 'Records that are of one person, and those that are known to be of different people',
  prefix: 'merge',
  row: fields(
    {
      id: ownId('merge', 'Its id: the people.'),
      keep: optional(refersTo('person', 'The person whose id stays.')),
      gone: optional(refersTo('person', 'The same person under another id, which leads to `keep` from then on.', { asNamed: true })),
      different: optional(list(refersTo('person', 'A person.'), 'In place of `keep` and `gone`: namesakes who are known not to be the same.', { minItems: 2 })),
      ...sourced,
      ...facts,
    },
    {
      ...reasoned,
      oneOf: [{ required: ['keep', 'gone'] }, { required: ['different'] }],
      dependentRequired: { keep: ['gone'], gone: ['keep'] },
      expects: 'either `keep` and `gone`, or `different`',
    },
  ),
  fixed: ['keep', 'gone'],
  compile: ({ id, keep, gone, different = [], ...said }) => {
    if (keep !== undefined && keep === gone) throw new RangeError(`required: two people; given: ${gone} twice`);
    return {
      nodes: [Merging.of(id, { keep: keep ?? null, gone: gone ?? null, different, ...columns.provenanceOf(said) })],
      edges: [...new Set(keep === undefined ? different : [keep])].map((person) => CONCERNS.between(id, person, {})),
    };
  },
});
