import type { WrittenFragment } from '../generated/graphql';
import { To, ownWordOf } from '../parts/links';
import { isTold } from '../parts/made';
import { Sheet } from '../parts/sheet';
import { type Passage, Passages } from '../parts/sources';
import { sayVersion, thingOf } from '../parts/version';
import { logWords } from '../words/log';
import { words } from '../words/words';

interface Given {
  title: string;
  made: readonly WrittenFragment[];
  /** Where all of it stands; null: each act says so itself. */
  source?: Passage | null;
  /** Whether what was written is there, so that it can be led to. */
  isThere: boolean;
}

/** Whom or what it is about. */
const aboutOf = ({ node, was }: WrittenFragment): { id: string; name: string } | null => thingOf(node ?? was);

/** The words of documents that were recorded with it. */
const passagesOf = (made: readonly WrittenFragment[]): Passage[] =>
  made.flatMap(({ node }) => (node?.__typename === 'Source' && !ownWordOf(node.document) ? [node] : []));

/** What was written, or would be: old beside new, and why. */
export const MadeTable = ({ title, made, source = null, isThere }: Given) => {
  const w = logWords.value;
  const keyed = made.filter(isTold).map((one, at) => ({ ...one, key: String(at) }));
  const passages = new Map([...(source ? [source] : []), ...passagesOf(made)].map((one) => [one.id, one]));
  return (
    <>
      <Sheet
        title={title}
        rows={keyed}
        keyOf={({ key }) => key}
        columns={[
          {
            title: words.value.about,
            text: (row) => aboutOf(row)?.name ?? '',
            cell: (row) => {
              const thing = aboutOf(row);
              return thing && (isThere || row.was ? <To thing={thing} /> : thing.name);
            },
          },
          { title: w.was, text: ({ was }) => (was ? sayVersion(was) : w.notThere) },
          { title: w.is, text: ({ node }) => (node ? sayVersion(node) : w.takenOut) },
          { title: words.value.cause, text: ({ because }) => words.value.because[because] },
        ]}
      />
      <Passages passages={[...passages.values()]} />
    </>
  );
};
