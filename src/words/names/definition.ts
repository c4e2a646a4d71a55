import { type Elements } from '../../record/elements.js';
import { datedProperties } from '../../record/dated-properties.js';
import type { Interval } from '../../time/interval.js';
import * as columns from '../columns.js';
import type { AliasFields, CalledFields } from '../fields.js';
import { edgeType, nodeType } from '../word.js';
import { foldedWords, listKey, wordsOfId } from './fold.js';

export const NAME_KINDS = ['NAME', 'ALIAS', 'ABBREVIATION', 'LETTER'] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/** A name that a thing is called by, and when. */
export interface Called extends Interval {
  kind: NameKind;
  text: string;
}

/** `words`: folded, for search. */
export const Name = nodeType('Name', { text: columns.text, kind: columns.oneOf(NAME_KINDS), words: columns.texts }, { part: true });

export const CALLED = edgeType('CALLED', 'Node', ['Name'], { relation: columns.text, ...columns.dated, kind: columns.oneOf(NAME_KINDS) }, { dated: true });

/** What a row says of the names of its thing; a `name` that is none of its `names` is one that nobody dates. */
export interface NamedRow {
  id: string;
  name: string;
  names?: CalledFields[];
  aliases?: AliasFields[];
  abbreviations?: AliasFields[];
  letters?: CalledFields[];
  sources?: string[];
}

interface Calling {
  kind: NameKind;
  fields: AliasFields & Partial<CalledFields>;
}

const namesIn = ({ name, names = [] }: NamedRow): Calling['fields'][] => (names.some(({ text }) => text === name) ? names : [...names, { text: name }]);

const callingsOf = (row: NamedRow): Calling[] => {
  const of = (kind: NameKind, all: readonly Calling['fields'][] = []): Calling[] => all.map((fields) => ({ kind, fields }));
  return [...of('NAME', namesIn(row)), ...of('ALIAS', row.aliases), ...of('ABBREVIATION', row.abbreviations), ...of('LETTER', row.letters)];
};

/** As a thing keeps them: nothing where it has one name for all time. */
const kept = (callings: readonly Calling[]): string | null =>
  callings.length === 1
    ? null
    : JSON.stringify(
        callings.map(({ kind, fields }): Called => {
          const { fromMin, fromMax, untilMin, untilMax } = datedProperties(fields);
          return { kind, text: fields.text, fromMin, fromMax, untilMin, untilMax };
        }),
      );

/** The id of a name: of a thing that has it several times, the first. */
export const nameId = (id: string, kind: NameKind, text: string): string => `name:${id}:${kind.toLowerCase()}:${wordsOfId(text).join('-')}`;

/** Names and the edges to them; a name that is the thing's only one of its kind and text keeps its id. */
const nameElements = (id: string, callings: readonly Calling[], sources: string[]): Elements => {
  const seen = new Map<string, number>();
  const elements: Elements = { nodes: [], edges: [] };
  for (const { kind, fields } of callings) {
    const stem = nameId(id, kind, fields.text).slice('name:'.length);
    const count = (seen.get(stem) ?? 0) + 1;
    seen.set(stem, count);
    const key = count === 1 ? stem : `${stem}-${count}`;
    elements.nodes.push(Name.of(`name:${key}`, { text: fields.text, kind, words: foldedWords(fields.text) }));
    const dates = datedProperties({ ...fields, sources: fields.sources ?? sources });
    elements.edges.push(CALLED.of(`called:${key}`, id, `name:${key}`, { relation: 'CALLED', ...dates, kind }));
  }
  return elements;
};

/** The name that lasts longest, of these the one that begins last; `name` where it is one of several such. */
const latestOf = (name: string, callings: readonly Calling[]): string => {
  const key = ({ fields }: Calling): string => {
    const { untilMax, fromMax } = datedProperties(fields);
    return `${untilMax} ${fromMax} ${fields.text === name ? 1 : 0}`;
  };
  const names = callings.filter(({ kind }) => kind === 'NAME');
  return names.reduce((last, one) => (key(one) > key(last) ? one : last)).fields.text;
};

/** What a row says of the names of its thing: what the thing itself keeps of them, and the names. */
export const namesOf = (row: NamedRow): { columns: { name: string; sortKey: string; called: string | null; sources: string[] }; elements: Elements } => {
  const callings = callingsOf(row);
  const { id, sources = [] } = row;
  const name = latestOf(row.name, callings);
  return { columns: { name, sortKey: listKey(name, id), called: kept(callings), sources }, elements: nameElements(id, callings, sources) };
};

/** The one name of a thing that keeps its title among its own columns. */
export const titleOf = (id: string, title: string | undefined, sources: string[] = []): Elements =>
  title ? nameElements(id, [{ kind: 'NAME', fields: { text: title } }], sources) : { nodes: [], edges: [] };
