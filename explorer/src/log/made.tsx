import type { WrittenFragment, WrittenThingFragment } from '../generated/graphql';
import { To, nameOf, ownWordOf } from '../parts/links';
import { Sheet } from '../parts/sheet';
import { sayVersion, thingOf } from '../parts/version';
import { logWords } from '../words/log';
import { words } from '../words/words';

interface Given {
  title: string;
  made: readonly WrittenFragment[];
  /** Whether what was written is there, so that it can be led to. */
  isThere: boolean;
}

const sayThing = (thing: WrittenThingFragment): string => (thing.__typename === 'Source' ? (ownWordOf(thing.document) ?? thing.quote) : sayVersion(thing));

/** Whom or what it is about: of a passage its document. */
const aboutOf = ({ node, was }: WrittenFragment): { id: string; name: string } | null => {
  const thing = node ?? was;
  return thing?.__typename === 'Source' ? { id: thing.id, name: nameOf(thing.document) } : thingOf(thing);
};

/** What was written, or would be: old beside new, and why. */
export const MadeTable = ({ title, made, isThere }: Given) => {
  const w = logWords.value;
  const keyed = made.map((one, at) => ({ ...one, key: String(at) }));
  return (
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
        { title: w.was, text: ({ was }) => (was ? sayThing(was) : w.notThere) },
        { title: w.is, text: ({ node }) => (node ? sayThing(node) : w.takenOut) },
        { title: words.value.cause, text: ({ because }) => words.value.because[because] },
      ]}
    />
  );
};
