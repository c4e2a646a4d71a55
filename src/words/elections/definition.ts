import Type from 'typebox';
import * as columns from '../columns.js';
import { TITLE, facts, fields, growing, name, optional, ownId, partialDate, refersTo, sources, sourcesOfItsOwn } from '../fields.js';
import { defineWord, edgeType, nodeType } from '../word.js';

/** `results`: what each list got, as JSON, so that another result is another version of it; `sortKey`: the order of lists, by date. */
export const Election = nodeType(
  'Election',
  { body: columns.text, on: columns.text, results: columns.text, sortKey: columns.text, sources: columns.texts },
  { indexes: ['sortKey'] },
);

export const FILLS = edgeType('FILLS', 'Election', ['Body'], {});
export const CONTESTED_BY = edgeType('CONTESTED_BY', 'Election', ['Party'], {});

const count = (description: string) => optional(Type.Integer({ minimum: 0, description }));

const result = fields(
  {
    list: refersTo('party', 'The party, or the local list.'),
    pact: optional(name('The lists with which it had a pact, as printed.', TITLE)),
    votes: count('How many votes it got.'),
    share: optional(Type.Number({ minimum: 0, maximum: 1, description: 'Its part of all valid votes, from 0 to 1.' })),
    seats: count('How many seats it won.'),
    ...sourcesOfItsOwn,
  },
  { description: 'What a list got. Without sources of its own: those of its row.' },
);

export type ResultFields = Type.Static<typeof result>;

export const elections = defineWord({
  word: 'elections',
  title: 'Elections of the members of bodies, and what each list got',
  prefix: 'election',
  row: fields({
    id: ownId('election', 'Its id: the body and the day.'),
    body: refersTo('body', 'Whose members were elected.'),
    on: partialDate('On which day, as printed.'),
    results: optional(growing(result, 'What the lists got, in the order of the source.')),
    ...sources,
    ...facts,
  }),
  fixed: ['body'],
  compile: ({ id, body, on, results = [], sources: by }) => {
    const lists = results.map(({ list }) => list);
    const twice = lists.find((list, at) => lists.indexOf(list) < at);
    if (twice) throw new RangeError(`required: what a list got once; given: ${twice} twice`);
    return {
      nodes: [Election.of(id, { body, on, results: JSON.stringify(results), sortKey: `${on}\t${id}`, sources: by })],
      edges: [FILLS.between(id, body, {}), ...lists.map((list) => CONTESTED_BY.between(id, list, {}))],
    };
  },
});
