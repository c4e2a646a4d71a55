import { useEffect, useState } from 'preact/hooks';
import { type Answer, ask, useAnswer } from '../ask';
import type { TypedDocumentString } from '../generated/graphql';

interface Page<Row> {
  nodes: readonly Row[];
  totalCount: number;
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
}

interface Pages<Row> {
  rows: readonly Row[];
  hasMore: boolean;
  /** Asks for the page after those that are here. */
  more: () => void;
  after: string | null;
  /** All rows of the list, or as many as a file holds; where nothing asks for more, those that are here. */
  all: () => Promise<readonly Row[]>;
}

const MOST_ROWS = 10_000;

/** The cursor of the page that is asked for; of another list (`key`) it begins anew. */
export const useCursor = (key: string): [after: string | null, setAfter: (after: string | null) => void] => {
  const [at, setAt] = useState<{ key: string; after: string | null }>({ key, after: null });
  return [at.key === key ? at.after : null, (after) => setAt({ key, after })];
};

/** The rows of the pages that have come so far. */
export const usePages = <Row>(
  key: string,
  after: string | null,
  page: Page<Row> | null,
  setAfter: (after: string | null) => void,
  ask?: (after: string | null) => Promise<Page<Row>>,
): Pages<Row> => {
  const [before, setBefore] = useState<{ key: string; rows: readonly Row[] }>({ key, rows: [] });
  useEffect(() => setBefore({ key, rows: [] }), [key]);
  const earlier = before.key === key && after !== null ? before.rows : [];
  const rows = [...earlier, ...(page?.nodes ?? [])];
  return {
    rows,
    after,
    all: async () => {
      const all = [...rows];
      for (let last = page?.pageInfo; ask && last?.hasNextPage && all.length < MOST_ROWS;) {
        const { nodes, pageInfo } = await ask(last.endCursor);
        all.push(...nodes);
        last = pageInfo;
      }
      return all;
    },
    hasMore: page?.pageInfo.hasNextPage ?? false,
    more: () => {
      setBefore({ key, rows });
      setAfter(page?.pageInfo.endCursor ?? null);
    },
  };
};

/** A list that anybody may ask, page by page, and all of it for a file. `asked`: without the cursor; null: it is not asked. */
export const useList = <Data, Variables extends object, Row>(
  key: string,
  document: TypedDocumentString<Data, Variables>,
  asked: Omit<Variables, 'after'> | null,
  pageOf: (data: Data) => Page<Row>,
): Pages<Row> & { answer: Answer<Data> } => {
  const [after, setAfter] = useCursor(key);
  const at = (cursor: string | null): Variables => ({ ...asked, after: cursor }) as unknown as Variables;
  const answer = useAnswer(document, asked && at(after));
  const next = asked ? async (cursor: string | null) => pageOf(await ask(document, at(cursor))) : undefined;
  return { answer, ...usePages(key, after, answer.data && pageOf(answer.data), setAfter, next) };
};
