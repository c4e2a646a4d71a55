import { datedProperties } from '../../record/dated-properties.js';
import * as columns from '../columns.js';
import { TITLE, PRINCIPALS, dated, datesAgree, facts, fields, growing, name, optional, ownId, refersTo, text } from '../fields.js';
import { titleOf } from '../names/definition.js';
import { foldedText, listKey } from '../names/fold.js';
import { defineWord, edgeType, nodeType } from '../word.js';

/** Its four bounds stand on its node, as those of a body's existence do; `parties`: in the order of the source, `folded`: the words of its title. */
export const Agreement = nodeType(
  'Agreement',
  { title: columns.text, folded: columns.text, sortKey: columns.text, parties: columns.texts, status: columns.nullable(columns.text), ...columns.dated },
  { indexes: ['sortKey'] },
);

export const CONCLUDED_BY = edgeType('CONCLUDED_BY', 'Agreement', ['Principal'], {});

export const agreements = defineWord({
  word: 'agreements',
  title: 'Agreements',
  prefix: 'agreement',
  row: fields(
    {
      id: ownId('agreement'),
      title: name('What it is called.', TITLE),
      parties: growing(refersTo(PRINCIPALS, 'A party to it.'), 'Who agreed.'),
      status: optional(text('Planned, in force, expired … as the source has it.', TITLE)),
      ...dated,
      ...facts,
    },
    datesAgree,
  ),
  compile: (row) => {
    const { id, title, parties, status } = row;
    const names = titleOf(id, title, row.sources);
    const agreement = Agreement.of(id, {
      title,
      folded: foldedText(title),
      sortKey: listKey(title, id),
      parties,
      status: status ?? null,
      ...datedProperties(row),
    });
    return { nodes: [agreement, ...names.nodes], edges: [...names.edges, ...parties.map((party) => CONCLUDED_BY.between(id, party, {}))] };
  },
});
