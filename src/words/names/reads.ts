import * as queries from '../../generated/queries.js';
import type { Context } from '../../read/context.js';
import type { Lens } from '../../read/lens.js';
import { type Asked, nameAsked } from './asked.js';
import { type Found, bestOf, matchOf } from './match.js';
import { farFrom, keysLike } from './near.js';

/** As many names as are looked at before they are ranked. */
const MOST_NAMES = 5_000;
/** As many words as are compared with those that were asked for, and as many as may stand for each. */
const MOST_COMPARED = 2_000;
const MOST_LIKE = 20;

/** What a name must have in the place of a word: one that begins so, or is one of these. */
interface Needed {
  begins: string;
  alike: readonly string[];
}

interface Search {
  context: Context;
  asked: Asked;
  labels: readonly string[];
  lens: Lens;
}

/** The one by which names are found. */
const longestOf = (needed: readonly Needed[]): Needed => needed.reduce((long, one) => (one.begins.length > long.begins.length ? one : long));

const begun = async ({ context }: Search, { begins }: Needed): Promise<string[]> =>
  (await context.reader.read(queries.search.begun, { beginning: begins })).map(({ word }) => word);

/** The things with a name that has one of some words, and all that is needed. */
const having = async ({ context, asked, labels, lens }: Search, anchors: readonly string[], needed: readonly Needed[]): Promise<Found[]> => {
  if (anchors.length === 0) return [];
  const rows = await context.reader.read(queries.search.byWords, {
    anchors: [...anchors],
    needed: needed.map(({ begins, alike }) => [begins, ...alike]),
    labels: [...labels],
    limit: MOST_NAMES,
    knownAt: lens.knownAt,
  });
  return rows.flatMap((row) => matchOf(asked, row) ?? []);
};

/** The things with a name in which each word begins one, the best first. */
const named = async (search: Search): Promise<Found[]> => {
  const needed = search.asked.telling.map(({ begins }) => ({ begins, alike: [] }));
  return needed.length === 0 ? [] : bestOf(await having(search, await begun(search, longestOf(needed)), needed));
};

/** What a name needs where words of any name that are spelt nearly as those that were asked for may stand for them, the nearest first. */
const nearlyNeeded = async ({ context, asked }: Search): Promise<Needed[]> => {
  const keys = asked.telling.flatMap(({ word }) => keysLike(word));
  const words = keys.length === 0 ? [] : (await context.reader.read(queries.search.alike, { keys, limit: MOST_COMPARED })).map(({ word }) => word);
  return asked.telling.map(({ word, begins }) => {
    const alike = words.flatMap((other) => {
      const far = other.startsWith(begins) ? null : farFrom(word, other);
      return far === null ? [] : [{ other, far }];
    });
    const nearest = alike.sort((a, b) => a.far - b.far).slice(0, MOST_LIKE);
    return { begins, alike: nearest.map(({ other }) => other) };
  });
};

/** Ids of the things that have a name or alias with these words, the best first. */
export const idsNamed = async (context: Context, text: string, labels: readonly string[], lens: Lens): Promise<string[]> =>
  (await named({ context, asked: nameAsked(text), labels, lens })).map(({ id }) => id);

/** The same; where there are fewer than enough, also those with words that are spelt nearly so. */
export const nearlyNamed = async (context: Context, text: string, labels: readonly string[], lens: Lens, enough: number): Promise<Found[]> => {
  const search: Search = { context, asked: nameAsked(text), labels, lens };
  const found = await named(search);
  if (found.length >= enough || search.asked.telling.length === 0) return found;
  const needed = await nearlyNeeded(search);
  const anchor = longestOf(needed);
  const isOtherAlike = needed.some((one) => one !== anchor && one.alike.length > 0);
  const anchors = [...(isOtherAlike ? await begun(search, anchor) : []), ...anchor.alike];
  return bestOf([...found, ...(await having(search, anchors, needed))]);
};
