import { readPartial } from '../dates';
import { folded, roleOf } from './roles';

/** What stands in a column. */
export const MEANINGS = ['none', 'name', 'firstName', 'lastName', 'role', 'party', 'municipality', 'represents', 'from', 'lastDay'] as const;
export type Meaning = (typeof MEANINGS)[number];

/** What columns are called, in both languages. */
const HEADINGS: Readonly<Record<Exclude<Meaning, 'none'>, readonly string[]>> = {
  name: ['navn', 'fulde navn', 'medlem', 'medlemmer', 'person', 'name', 'full name', 'member', 'members'],
  firstName: ['fornavn', 'fornavne', 'first name', 'given name', 'forename'],
  lastName: ['efternavn', 'last name', 'surname', 'family name'],
  role: ['rolle', 'post', 'titel', 'hverv', 'funktion', 'stilling', 'role', 'title', 'position', 'office'],
  party: ['parti', 'liste', 'partibogstav', 'bogstav', 'listebogstav', 'partinavn', 'party', 'list', 'letter'],
  municipality: ['kommune', 'hjemkommune', 'bopælskommune', 'municipality', 'home municipality'],
  represents: ['repræsenterer', 'udpeget for', 'på vegne af', 'represents', 'representing', 'on behalf of'],
  from: ['fra', 'fra og med', 'fra dato', 'startdato', 'start', 'tiltrådt', 'tiltrædelse', 'indtrådt', 'siden', 'from', 'since', 'start date', 'joined'],
  lastDay: ['til', 'til og med', 'til dato', 'slutdato', 'slut', 'fratrådt', 'udtrådt', 'sidste dag', 'until', 'to', 'end', 'end date', 'last day', 'left'],
};

export type Table = readonly (readonly string[])[];

const headingOf = (cell: string): Meaning | null => {
  const said = folded(cell).replace(/:$/, '');
  return (Object.entries(HEADINGS) as [Meaning, readonly string[]][]).find(([, words]) => words.includes(said))?.[0] ?? null;
};

/** The first row names the columns, where most of what stands in it does, and stands in no row below. */
export const hasHeadings = ([first = [], ...below]: Table): boolean => {
  const said = first.filter(Boolean);
  const headings = first.filter((cell, at) => headingOf(cell) !== null && !below.some((row) => row[at] === cell));
  return said.length > 0 && headings.length * 2 >= said.length;
};

export interface Known {
  isParty: (text: string) => boolean;
  isMunicipality: (text: string) => boolean;
}

const isName = (text: string): boolean => /^\p{L}[\p{L}.'’ -]+(?:[ ,]+\p{L}[\p{L}.'’-]*)+$/u.test(text);

/** By the cells: what more than half of them are. */
const byCells = (cells: readonly string[], { isParty, isMunicipality }: Known): Meaning => {
  const said = cells.filter(Boolean);
  const are = (test: (text: string) => boolean): boolean => said.length > 0 && said.filter(test).length * 2 > said.length;
  if (are((text) => readPartial(text) !== null)) return 'from';
  if (are((text) => roleOf(text) !== null)) return 'role';
  if (are(isParty)) return 'party';
  if (are(isMunicipality)) return 'municipality';
  return are(isName) ? 'name' : 'none';
};

/** What stands in each column, by its heading, else by its cells; one thing stands in one column. */
export const guessColumns = (rows: Table, withHeadings: boolean, known: Known): Meaning[] => {
  const [first = []] = rows;
  const taken = new Set<Meaning>();
  const take = (meaning: Meaning | null): Meaning => {
    const free = meaning === 'from' && taken.has('from') ? 'lastDay' : meaning;
    if (!free || taken.has(free)) return 'none';
    if (free !== 'none') taken.add(free);
    return free;
  };
  const named = first.map((cell) => (withHeadings ? take(headingOf(cell)) : 'none'));
  const body = withHeadings ? rows.slice(1) : rows;
  const isNamed = taken.has('firstName') || taken.has('lastName');
  return named.map((meaning, at) => {
    if (meaning !== 'none') return meaning;
    const guess = byCells(
      body.map((row) => row[at] ?? ''),
      known,
    );
    return guess === 'name' && isNamed ? 'none' : take(guess);
  });
};
