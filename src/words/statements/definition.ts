import { nodeIdOf } from '../appointments/ids.js';
import * as columns from '../columns.js';
import { TITLE, facts, fields, growing, name, optional, ownId, partialDate, reasoned, refersTo, refersToAny, sourced, text } from '../fields.js';
import { foldedText, listKey } from '../names/fold.js';
import { defineWord, edgeType, nodeType } from '../word.js';

const { nullable } = columns;

/** What a document says that is no edge of the graph. `about`: ids, in the order given; `folded`: the words of its subject and text. */
export const Statement = nodeType(
  'Statement',
  {
    about: columns.texts,
    subject: columns.text,
    text: columns.text,
    value: nullable(columns.text),
    date: nullable(columns.text),
    folded: columns.text,
    sortKey: columns.text,
    ...columns.provenance,
  },
  { indexes: ['sortKey'] },
);

export const ABOUT = edgeType('ABOUT', 'Statement', ['Node'], {});
export const CONFLICTS_WITH = edgeType('CONFLICTS_WITH', 'Statement', ['Statement'], {});

export const statements = defineWord({
  word: 'statements',
  title: 'What documents say that is no edge of the graph',
  prefix: 'statement',
  row: fields(
    {
      id: ownId('statement'),
      about: growing(refersToAny('A thing; of a person’s tie to a party or municipality, its two ends.'), 'The things it is about.'),
      subject: name('A short topic.'),
      text: text('What is said, as a sentence.'),
      value: optional(text('The number or word that it gives.', TITLE)),
      date: optional(partialDate('The day it speaks of.')),
      conflictsWith: optional(growing(refersTo('statement', 'A statement.'), 'Statements that cannot be true beside it; they name it too.')),
      ...sourced,
      ...facts,
    },
    reasoned,
  ),
  compile: (row) => {
    const { id, about, subject, text: said, value, date, conflictsWith = [] } = row;
    if (conflictsWith.includes(id)) throw new RangeError(`required: a conflict with another statement; given: ${id}`);
    const given = { about, subject, text: said, value: value ?? null, date: date ?? null };
    const properties = { ...given, folded: foldedText(`${subject}\n${said}`), sortKey: listKey(subject, id) };
    const things = [...new Set(about.map(nodeIdOf))];
    return {
      nodes: [Statement.of(id, { ...properties, ...columns.provenanceOf(row) })],
      edges: [...things.map((thing) => ABOUT.between(id, thing, {})), ...conflictsWith.map((other) => CONFLICTS_WITH.between(id, other, {}))],
    };
  },
});
