import { useEffect, useState } from 'preact/hooks';
import { asOf, found, href, hrefHere, knownAt, lens, nearestTo, pathOf, place } from '../address';
import { useAnswer } from '../ask';
import { NamesDocument, PlacesDocument, SearchDocument, type SearchType } from '../generated/graphql';
import { nameOf } from '../parts/links';
import { Missing, View } from '../parts/view';
import { sayMoment, words } from '../words/words';
import { ownPart } from '../ids';

/** The words of the end of an address. */
const wordsOf = (path: string): string =>
  (path.split('/').filter(Boolean).at(-1) ?? '')
    .replace(/[-_+:]/g, ' ')
    .trim()
    .slice(0, 100);

const TYPES: Readonly<Record<string, SearchType>> = {
  person: 'PERSON',
  body: 'BODY',
  municipality: 'MUNICIPALITY',
  region: 'REGION',
  party: 'PARTY',
  meeting: 'MEETING',
};
const PLACES_AND_PEOPLE: SearchType[] = ['PERSON', 'BODY', 'MUNICIPALITY', 'REGION', 'PARTY'];

/** As many of the last letters may be others. */
const MOST_CUT = 2;

interface Offer {
  to: string;
  text: string;
}

const offer = (node: { id: string }): Offer[] => {
  const path = pathOf(node.id);
  return path ? [{ to: href(path), text: nameOf(node) }] : [];
};

/** What is called nearly so: as it is written, else by how it begins. */
const useNear = (text: string, types: SearchType[]): Offer[] => {
  const [cut, setCut] = useState({ text, letters: 0 });
  const letters = cut.text === text ? cut.letters : 0;
  const asked = text.slice(0, text.length - letters);
  const { data, isWaiting } = useAnswer(SearchDocument, asked.length > 1 ? { text: asked, types, ...lens.value } : null);
  useEffect(() => {
    if (data?.search.length === 0 && !isWaiting && letters < MOST_CUT) setCut({ text, letters: letters + 1 });
  }, [data, isWaiting, text]);
  return (data?.search ?? []).flatMap(({ node }) => offer(node));
};

/** The municipality of a code. */
const useCoded = (code: string | null): Offer[] => {
  const { data } = useAnswer(PlacesDocument, code ? lens.value : null);
  return (data?.municipalities.nodes ?? []).filter((place) => Number(place.code) === Number(code)).flatMap(offer);
};

/** What an address asks for by an id that leads to nothing. */
const Nothing = ({ id }: { id: string }) => {
  const w = words.value;
  const [prefix = '', name = ''] = [id.slice(0, Math.max(0, id.indexOf(':'))), ownPart(id)];
  const type = TYPES[prefix];
  const near = useNear(wordsOf(name), type ? [type] : PLACES_AND_PEOPLE);
  const coded = useCoded(prefix === 'municipality' && /^\d+$/.test(name) ? name : null);
  const isPath = found.value?.id === id;
  return <Missing title={w.unknownThing} says={isPath ? w.unknownSays(place.value.path) : w.unknownId(id)} near={[...coded, ...near]} />;
};

/** What is known now, and was not at the moment that is asked for. */
const NotThen = ({ name, moment }: { name: string; moment: string }) => {
  const w = words.value;
  return (
    <View title={w.unknownThen(name)}>
      <p>{w.unknownThenSays(name, sayMoment(moment))}</p>
      <p>
        <a href={hrefHere({ knownAt: null })}>{w.unknownThenNow(name)}</a>
      </p>
    </View>
  );
};

/** What an address asks for by an id that leads to nothing, now or at the moment that is asked for. */
export const Unknown = ({ id }: { id: string }) => {
  const { data, isWaiting } = useAnswer(NamesDocument, knownAt.value ? { ids: [id], asOf: asOf.value, knownAt: null } : null);
  const [now] = data?.nodes ?? [];
  if (isWaiting) return <p class="waiting">{words.value.waiting}</p>;
  return knownAt.value && now ? <NotThen name={nameOf(now)} moment={knownAt.value} /> : <Nothing id={id} />;
};

/** What views are called that are about no one thing. */
const titleOf = (view: string): string | undefined => {
  const w = words.value;
  const titles: Readonly<Record<string, string>> = {
    bodies: w.bodies,
    people: w.peopleTitle,
    municipalities: w.municipalities,
    parties: w.parties,
    meetings: w.meetingsTitle,
    changes: w.changesTitle,
    compare: w.compareTitle,
    map: w.mapTitle,
    network: w.networkTitle,
    vacancies: w.vacanciesTitle,
    entries: w.entriesTitle,
    proposals: w.proposalsTitle,
    'sign-in': w.signIn,
    edit: w.edit,
    paste: w.pasteRows,
  };
  return titles[view];
};

/** The nearest address, by the name of what it shows: a thing that is there, else a list. */
const useNearest = (path: string): Offer[] => {
  const near = nearestTo(path);
  const ids = near.flatMap(({ id }) => id ?? []);
  const { data, isWaiting } = useAnswer(NamesDocument, ids.length > 0 ? { ids, ...lens.value } : null);
  if (isWaiting) return [];
  const [thing] = data?.nodes ?? [];
  if (thing) return offer(thing);
  return near.flatMap(({ path: to, view }) => {
    const text = titleOf(view);
    return text ? [{ to: href(to), text }] : [];
  });
};

/** An address of no view at all. */
export const UnknownPage = () => {
  const w = words.value;
  const { path } = place.value;
  const all = [...useNearest(path), ...useNear(wordsOf(path), PLACES_AND_PEOPLE)];
  const near = [...new Map(all.map((one) => [one.to, one])).values()];
  return <Missing title={w.unknownPage} says={w.unknownSays(path)} near={near} />;
};
