import { byAlphabet } from '../alphabet';
import type { PasteBodyQuery } from '../generated/graphql';
import { folded } from './roles';

export interface Named {
  id: string;
  name: string;
}

/** Parties and places as the cells of a table may call them. */
export interface Things {
  parties: readonly Named[];
  municipalities: readonly Named[];
  /** Whoever can be stood for. */
  principals: readonly Named[];
  partyOf: (text: string) => Named | null;
  municipalityOf: (text: string) => Named | null;
  principalOf: (text: string) => Named | null;
}

/** "Haderslev Kommune", "Københavns Kommune" and "Haderslev" are called alike; so are "Region Fyn" and "Fyn". */
const placeFolded = (text: string): string => {
  const said = folded(text);
  const bare = said.replace(/^region | kommune$/g, '');
  return bare === said ? said : bare.replace(/s$/, '');
};

/** The one thing that is called so; none and several are null. */
const finder = (things: readonly Named[], namesOf: (thing: Named) => readonly string[], fold: (text: string) => string) => {
  const byName = new Map<string, Named | null>();
  for (const thing of things) for (const name of new Set(namesOf(thing).map(fold))) byName.set(name, byName.has(name) ? null : thing);
  return (text: string): Named | null => byName.get(fold(text)) ?? null;
};

/** A name that ends in an s keeps it, unless the word kommune took another. */
const placeNames = ({ name }: Named): string[] => [name, `${name}s kommune`, `${name} kommune`];

const byName = (a: Named, b: Named): number => byAlphabet(a.name, b.name);

export const thingsOf = ({ parties, municipalities, regions }: PasteBodyQuery): Things => {
  const letters = new Map(parties.nodes.map(({ id, letter }) => [id, letter]));
  const partyOf = finder(
    parties.nodes,
    ({ id, name }) => {
      const letter = letters.get(id);
      return letter ? [name, letter, `liste ${letter}`, `${name} (${letter})`, `${letter} - ${name}`] : [name];
    },
    folded,
  );
  const municipalityOf = finder(municipalities.nodes, placeNames, placeFolded);
  const regionOf = finder(regions, ({ name }) => [name], folded);
  return {
    parties: [...parties.nodes].sort(byName),
    municipalities: [...municipalities.nodes].sort(byName),
    principals: [...[...municipalities.nodes].sort(byName), ...regions, ...[...parties.nodes].sort(byName)],
    partyOf,
    municipalityOf,
    principalOf: (text) => municipalityOf(text) ?? regionOf(text) ?? partyOf(text),
  };
};
