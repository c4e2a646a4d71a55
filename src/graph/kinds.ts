import type { Params, Query } from './port.js';

/** Whatever is asked. */
export type AnyQuery = Query<'read' | 'write', Params, unknown>;

/** Kinds of nodes and edges, by their labels and types; EVERYTHING: any. */
export type Kinds = ReadonlySet<string> | 'EVERYTHING';

/** Stands for edges of whatever type. */
export const ANY_EDGE = '[]';

/** The labels of the record's own books, which their nodes have alone. */
export const BOOKS: readonly string[] = ['EntryKey', 'KeptRows', 'Revision', 'RevisionTime', 'Writer'];

const STRINGS = /'[^']*'/g;
const NAMES = /:`?([A-Z]\w*(?:\|[A-Z]\w*)*)/g;
const TYPED = /\[\w*:/;
const UNTYPED = /\[\w*\]-/;
const BARE_NODES = /(?<!\w|CALL )\((\w*)(?: \{[^}]*\})?\)/g;
/** What is made, until what is done next. */
const MADE = /\b(?:CREATE|MERGE) [\s\S]*?(?=\b(?:MATCH|CREATE|MERGE|WITH|RETURN|ON|SET) |$)/g;
const CHANGES = /\b(?:SET|DELETE|REMOVE) /;

const namedIn = (text: string): string[] => [...text.matchAll(NAMES)].flatMap(([, names]) => (names as string).split('|'));

/** Whether a text names the kind of each node. */
const namesAll = (text: string): boolean => [...text.matchAll(BARE_NODES)].every(([, name]) => name && new RegExp(`\\b${name}:[A-Z]`).test(text));

const readIn = (text: string): Kinds => (namesAll(text) ? new Set([...namedIn(text), ...(UNTYPED.test(text) ? [ANY_EDGE] : [])]) : 'EVERYTHING');

/** Of a node that is changed nothing says which other labels it has. */
const changedIn = (text: string): Kinds => {
  const kinds = readIn(text);
  return kinds !== 'EVERYTHING' && [...kinds].every((kind) => BOOKS.includes(kind)) ? kinds : 'EVERYTHING';
};

const madeIn = (text: string): Kinds => new Set((text.match(MADE) ?? []).flatMap((made) => [...namedIn(made), ...(TYPED.test(made) ? [ANY_EDGE] : [])]));

const kindsBy = (kindsIn: (text: string) => Kinds): ((query: AnyQuery) => Kinds) => {
  const known = new WeakMap<AnyQuery, Kinds>();
  return (query) => {
    const before = known.get(query);
    if (before) return before;
    const all = [query.text, ...Object.values(query.texts ?? {})].map((text) => kindsIn(text.replace(STRINGS, "''")));
    const kinds = all.includes('EVERYTHING') ? 'EVERYTHING' : new Set(all.flatMap((one) => [...one]));
    known.set(query, kinds);
    return kinds;
  };
};

/** From what has an id along edges of some types, without which there is no row. */
const STEPS =
  /^UNWIND \$ids AS id\nMATCH \(\w+:\w+ \{id: id\}\)<?-\[\w+:(\w+(?:\|\w+)*)\]-[^\n]*(?:\n(?:WHERE|  AND|  OR) [^\n]*)*\nRETURN \[[\w., ]*\] AS \w+$/;

/** The types along which alone a query steps from the things that it is asked of; null: it looks at more than that. */
export const stepsOf = ({ text, texts }: AnyQuery): string[] | null => (texts ? null : (STEPS.exec(text)?.[1]?.split('|') ?? null));

/** The kinds whose nodes and edges a query looks at. */
export const readBy = kindsBy(readIn);

const PATTERNS = /\bMATCH [^\n]*/g;
/** What looks at nodes otherwise than by what it matches. */
const LOOKS_BESIDE = /\b(?:EXISTS|COUNT|COLLECT) ?\{/;

/** Of what stands in a pattern with an edge a node that has none is never found. */
const aloneIn = (text: string): Kinds => {
  if (LOOKS_BESIDE.test(text)) return readIn(text);
  const alone = (text.match(PATTERNS) ?? []).filter((pattern) => !pattern.includes('-['));
  return alone.every(namesAll) ? new Set(alone.flatMap(namedIn)) : 'EVERYTHING';
};

/** The kinds of which a query looks at nodes by themselves: a node that is made changes no other answer, as no edge leads to it yet. */
export const readAloneBy = kindsBy(aloneIn);

/** The kinds whose nodes and edges a query makes, changes or takes away. */
export const writtenBy = kindsBy((text) => (CHANGES.test(text) ? changedIn(text) : madeIn(text)));

/** Whether nodes or edges of one kind at least are among both. */
export const meet = (some: Kinds, others: Kinds): boolean => some === 'EVERYTHING' || others === 'EVERYTHING' || [...some].some((kind) => others.has(kind));
