import { useAnswer } from '../ask';
import { href, lens, nearestPaths, pathOf, place } from '../address';
import { SearchDocument } from '../generated/graphql';
import { nameOf } from '../parts/links';
import { Missing } from '../parts/view';
import { words } from '../words/words';

/** The words of the end of an address. */
const wordsOf = (path: string): string =>
  (path.split('/').filter(Boolean).at(-1) ?? '')
    .replace(/[-_+:]/g, ' ')
    .trim()
    .slice(0, 100);

const useNear = (text: string): { to: string; text: string }[] => {
  const { data } = useAnswer(SearchDocument, text.length > 1 ? { text, types: ['PERSON', 'BODY', 'MUNICIPALITY', 'REGION', 'PARTY'], ...lens.value } : null);
  return (data?.search ?? []).flatMap(({ node }) => {
    const path = pathOf(node.id);
    return path ? [{ to: href(path), text: nameOf(node) }] : [];
  });
};

/** An address of a thing that is not there. */
export const Unknown = ({ id }: { id: string }) => (
  <Missing title={words.value.unknownThing} path={place.value.path} near={useNear(wordsOf(id.slice(id.indexOf(':') + 1)))} />
);

/** An address of no view at all. */
export const UnknownPage = () => {
  const { path } = place.value;
  const near = nearestPaths(path).map((one) => ({ to: href(one), text: one }));
  return <Missing title={words.value.unknownPage} path={path} near={[...near, ...useNear(wordsOf(path))]} />;
};
