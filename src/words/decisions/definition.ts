import * as columns from '../columns.js';
import { facts, fields, optional, ownId, partialDate, reasoned, refersTo, sourced, text } from '../fields.js';
import { numberKey } from '../meetings/number-key.js';
import { foldedText } from '../names/fold.js';
import { defineWord, edgeType, linkTo, nodeType } from '../word.js';
import { OUTCOMES, outcome } from './outcomes.js';

const { nullable } = columns;

/** `folded`: the words of its text; `sortKey`: by date, those without one last, then as numbered. */
export const Decision = nodeType(
  'Decision',
  {
    item: nullable(columns.text),
    body: nullable(columns.text),
    date: nullable(columns.text),
    text: columns.text,
    outcome: columns.oneOf(OUTCOMES),
    folded: columns.text,
    sortKey: columns.text,
    ...columns.provenance,
  },
  { indexes: ['sortKey'] },
);

export const TAKEN_AT = edgeType('TAKEN_AT', 'Decision', ['AgendaItem'], {});
export const TAKEN_BY = edgeType('TAKEN_BY', 'Decision', ['Body'], {});

export const decisions = defineWord({
  word: 'decisions',
  title: 'Decisions of any body',
  prefix: 'decision',
  row: fields(
    {
      id: ownId('decision'),
      item: optional(refersTo('item', 'The agenda item it was taken at.')),
      body: optional(refersTo('body', 'Who decided.')),
      date: optional(partialDate('When, as printed or inferred.')),
      text: text('What was decided, this act alone and in the language of the source, as readers search it by its words.'),
      outcome: outcome('What was done.'),
      ...sourced,
      ...facts,
    },
    reasoned,
  ),
  compile: (row) => {
    const { id, item, body, date, text: decided, outcome: done } = row;
    const said = { item: item ?? null, body: body ?? null, date: date ?? null, text: decided, outcome: done };
    return {
      nodes: [Decision.of(id, { ...said, folded: foldedText(decided), sortKey: `${date ?? '9999'}\t${numberKey(id)}\t${id}`, ...columns.provenanceOf(row) })],
      edges: [...linkTo(TAKEN_AT, id, item), ...linkTo(TAKEN_BY, id, body)],
    };
  },
});
