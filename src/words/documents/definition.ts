import Type from 'typebox';
import * as columns from '../columns.js';
import { TITLE, PRINCIPALS, day, facts, fields, name, optional, ownId, partialDate, pattern, refersTo, sources, text, url } from '../fields.js';
import { titleOf } from '../names/definition.js';
import { foldedText, listKey } from '../names/fold.js';
import { defineWord, edgeType, linkTo, nodeType } from '../word.js';

const { nullable } = columns;

/** `folded`: the words of its title. */
export const Document = nodeType(
  'Document',
  {
    title: columns.text,
    folded: columns.text,
    sortKey: columns.text,
    kind: columns.text,
    issuer: nullable(columns.text),
    date: nullable(columns.text),
    meeting: nullable(columns.text),
    url: nullable(columns.text),
    sha256: nullable(columns.text),
    note: nullable(columns.text),
    text: nullable(columns.text),
    sources: columns.texts,
  },
  { indexes: ['sortKey'] },
);

/** A passage of a document. */
export const Source = nodeType(
  'Source',
  {
    document: columns.text,
    section: nullable(columns.text),
    lines: nullable(Type.Array(columns.number)),
    quote: columns.text,
  },
  { part: true },
);

export const IN = edgeType('IN', 'Source', ['Document'], {});
export const ISSUED_BY = edgeType('ISSUED_BY', 'Document', ['Principal'], {});
export const REPORTS = edgeType('REPORTS', 'Document', ['Meeting'], {}, { shared: true });
/** `on`: the day of the list, where it is another than that of the document. */
export const LISTS = edgeType('LISTS', 'Document', ['Body'], { complete: columns.yes, on: nullable(columns.text) });

export const documents = defineWord({
  word: 'documents',
  title: 'Documents that sources lie in',
  prefix: 'doc',
  row: fields({
    id: ownId('doc'),
    title: name('Its title, or a few words that say what it is.', TITLE),
    kind: text('What kind of document: minutes, newsletter, register, law …'),
    issuer: optional(refersTo(PRINCIPALS, 'Who issued it.')),
    date: optional(partialDate('Its date, as printed.')),
    url: optional(url('Where it can be read.')),
    sha256: optional(pattern('^[0-9a-f]{64}$', '64 hexadecimal digits', 'Hash of the file that was read.')),
    note: optional(text('What a reader must know of it: how it was read, what is missing in it.')),
    text: optional(Type.String({ minLength: 1, description: 'The whole text, line by line, where it may be kept: quotes are looked up in it.' })),
    meeting: optional(refersTo('meeting', 'The meeting that it reports.')),
    ...facts,
  }),
  compile: ({ id, title, kind, issuer, date, meeting, url, sha256, note, text: content }) => {
    const names = titleOf(id, title);
    const document = Document.of(id, {
      title,
      folded: foldedText(title),
      sortKey: listKey(title, id),
      kind,
      issuer: issuer ?? null,
      date: date ?? null,
      meeting: meeting ?? null,
      url: url ?? null,
      sha256: sha256 ?? null,
      note: note ?? null,
      text: content ?? null,
      sources: [],
    });
    return {
      nodes: [document, ...names.nodes],
      edges: [...names.edges, ...linkTo(ISSUED_BY, id, issuer), ...linkTo(REPORTS, id, meeting)],
    };
  },
});

export const sourceRows = defineWord({
  word: 'sources',
  title: 'Places in documents',
  prefix: 'source',
  row: fields({
    id: ownId('source', 'Its id: the number of the document and the first line.'),
    document: refersTo('doc', 'The document it lies in.'),
    section: optional(text('The section or heading it stands under.', TITLE)),
    lines: optional(
      Type.Unsafe<number[]>(Type.Array(Type.Integer({ minimum: 1 }), { minItems: 2, maxItems: 2, description: 'Its first and last line in the file.' })),
    ),
    quote: text('What it says, word for word; of a register, the row as data.'),
    ...facts,
  }),
  compile: ({ id, document, section, lines, quote }) => ({
    nodes: [Source.of(id, { document, section: section ?? null, lines: lines ?? null, quote })],
    edges: [IN.between(id, document, {})],
  }),
});

export const lists = defineWord({
  word: 'lists',
  title: 'Whose members a document lists on a day',
  prefix: 'list',
  row: fields({
    id: ownId('list'),
    document: refersTo('doc', 'The document.'),
    body: refersTo('body', 'The body whose members it lists.'),
    complete: Type.Boolean({ description: 'Whether who is not listed is no member on that day.' }),
    on: optional(day('The day of the list, where it is another than that of the document.')),
    ...sources,
    ...facts,
  }),
  compile: ({ id, document, body, complete, on }) => ({ nodes: [], edges: [LISTS.of(id, document, body, { complete, on: on ?? null })] }),
});
