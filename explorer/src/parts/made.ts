import { ownWordOf } from './links';

interface Made {
  node: { __typename: string; id: string } | null;
  was: { __typename: string; id: string } | null;
}

/** Whether what was made is told beside what was there: a passage is told in its own words, and the document of an entry that names none tells nothing. */
export const isTold = ({ node, was }: Made): boolean => {
  const thing = node ?? was;
  return thing !== null && thing.__typename !== 'Source' && !ownWordOf(thing);
};
