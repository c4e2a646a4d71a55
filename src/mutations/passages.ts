import { hash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { DocumentInput, PassageInput, SourceInput } from '../generated/api.js';
import * as queries from '../generated/queries.js';
import { NOW } from '../record/time.js';
import type { PartialDate } from '../time/partial.js';
import type { Draft } from './draft.js';
import { ownPart, slugOf } from './ids.js';
import { problemOf } from './problems.js';

/** The passage that an act stands in. */
export interface Passage {
  source: string;
  document: string;
  /** The date of its document, of which it speaks; null: it has none. */
  date: PartialDate | null;
  /** Whether the act or the entry names it: else it is the actor's own word. */
  isNamed: boolean;
  /** Records it with an act that says something new from it. */
  record: (act: number) => void;
}

interface Place {
  act: number;
  path: readonly string[];
}

const dateOf = (draft: Draft, document: string): PartialDate | null => (draft.thing(document)?.fields['date'] as string | undefined) ?? null;

const documentId = ({ id, title, date }: DocumentInput): string => id ?? `doc:${[date, slugOf(title)].filter(Boolean).join('-')}`;

const newDocument = (draft: Draft, { act, path }: Place, document: DocumentInput): string | null => {
  const id = documentId(document);
  const known = draft.thing(id);
  const said = Object.fromEntries(Object.entries({ ...document, id: undefined }).filter(([, value]) => value != null));
  const differs = known && Object.keys(said).filter((key) => !isDeepStrictEqual(known.fields[key], said[key]));
  if (differs?.length) {
    const required = `the document as it is recorded, or another id: it has another ${differs.join(', ')}`;
    draft.problems.push(problemOf({ code: 'ID_TAKEN', path: [...path, 'id'], required, given: id, things: [id] }));
    return null;
  }
  if (!known) draft.say(act, 'documents', id, said, 'LEARNT');
  return id;
};

/** The id of a passage with the same document, section, lines and quote, where there is one; else one of its own. */
const passageId = async (draft: Draft, document: string, said: Omit<PassageInput, 'document'>): Promise<{ id: string; isKnown: boolean }> => {
  const isSame = (fields: Readonly<Record<string, unknown>>): boolean =>
    (['section', 'lines', 'quote'] as const).every((key) => isDeepStrictEqual(fields[key] ?? null, said[key] ?? null));
  for (const { id, word, fields } of draft.said()) if (word === 'sources' && fields['document'] === document && isSame(fields)) return { id, isKnown: true };
  const [there] = await draft.reader.read(queries.documents.sourcesByDocumentIds, { ids: [document], knownAt: NOW });
  const known = there?.sources.find(({ s }) => isSame({ ...s }));
  if (known) return { id: known.s.id, isKnown: true };
  const digest = hash('sha256', JSON.stringify([said.section ?? null, said.lines ?? null, said.quote]), 'hex').slice(0, 8);
  const id = `source:${ownPart(document)}-${digest}`;
  await draft.load([id]);
  return { id, isKnown: false };
};

/** What is named is recorded where it is named. */
const recorded = (): void => undefined;

/** Ids of documents and passages that sources name. */
export const namedIn = (sources: readonly (SourceInput | null | undefined)[]): (string | null | undefined)[] =>
  sources.flatMap((source) => {
    const { id, new: document } = source?.passage?.document ?? {};
    return [source?.recorded, id, document ? documentId(document) : null, document?.issuer];
  });

/** The passage that a source names, recorded with the act where it is new; null: it cannot be, which is told. */
export const passageOf = async (draft: Draft, { act, path }: Place, source: SourceInput): Promise<Passage | null> => {
  if (source.recorded != null) {
    const known = draft.thing(source.recorded);
    if (known?.word !== 'sources') {
      draft.problems.push(
        problemOf({ code: known ? 'WRONG_TYPE' : 'UNKNOWN_ID', path: [...path, 'recorded'], required: 'the id of a passage', given: source.recorded }),
      );
      return null;
    }
    const document = known.fields['document'] as string;
    await draft.load([document]);
    return { source: known.id, document, date: dateOf(draft, document), isNamed: true, record: recorded };
  }
  const { document: where, ...said } = source.passage as PassageInput;
  const at = [...path, 'passage', 'document'];
  const document = where.new ? newDocument(draft, { act, path: [...at, 'new'] }, where.new) : (where.id as string);
  if (document === null) return null;
  if (draft.thing(document)?.word !== 'documents') {
    draft.problems.push(
      problemOf({ code: draft.thing(document) ? 'WRONG_TYPE' : 'UNKNOWN_ID', path: [...at, 'id'], required: 'the id of a document', given: document }),
    );
    return null;
  }
  const { id, isKnown } = await passageId(draft, document, said);
  const passage = { document, section: said.section ?? undefined, lines: said.lines ?? undefined, quote: said.quote };
  if (!isKnown) draft.say(act, 'sources', id, passage, 'LEARNT');
  return { source: id, document, date: dateOf(draft, document), isNamed: true, record: recorded };
};

/** The entry's own word, where neither it nor the act names a source: it is recorded with the first act that says something new. */
export const ownWord = async (draft: Draft, number: number, note: string | null | undefined): Promise<Passage> => {
  const [document, source] = [`doc:entry-${number}`, `source:entry-${number}`];
  await draft.load([document, source]);
  const record = (act: number): void => {
    draft.say(act, 'documents', document, { title: `Entry ${number}`, kind: 'entry' }, 'LEARNT');
    draft.say(act, 'sources', source, { document, quote: note?.trim() || `Entry ${number}` }, 'LEARNT');
  };
  return { source, document, date: null, isNamed: false, record };
};
