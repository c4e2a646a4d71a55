import { writeNumber } from '../numbers';
import type { Meaning } from '../paste/columns';
import type { Purpose, Question } from '../paste/reading';
import type { Separator } from '../paste/table';

const count = (n: number): string => writeNumber(n, 'da');

const meanings: Record<Meaning, string> = {
  none: 'bruges ikke',
  name: 'navn',
  firstName: 'fornavn',
  lastName: 'efternavn',
  role: 'rolle',
  party: 'parti',
  municipality: 'hjemkommune',
  represents: 'repræsenterer',
  from: 'fra og med',
  lastDay: 'sidste dag',
};

const purposes: Record<Purpose, string> = {
  complete: 'En fuldstændig liste: de og ingen andre er medlemmer den dag',
  partial: 'En liste over nogle af medlemmerne den dag',
  appoint: 'Udpegninger: hver række er en, der får en plads',
};

const separators: Record<Separator, string> = { '\t': 'tabulator', ';': 'semikolon', ',': 'komma', '': 'ingenting: én kolonne' };

const asks: Record<Question['kind'], string> = {
  role: 'Hvilken rolle er det?',
  party: 'Hvilket parti er det?',
  municipality: 'Hvilken hjemkommune er det?',
  represents: 'Hvem repræsenteres?',
  from: 'Hvilken dag er det? (fra og med)',
  lastDay: 'Hvilken dag er det? (sidste dag)',
  person: 'Hvem er det?',
  otherRole: 'Hvilken rolle har personen den dag?',
  twice: 'Den samme person står to gange',
  sameNew: 'Er det den samme nye person?',
};

/** What pasting rows says. */
export const paste = {
  meanings,
  purposes,
  separators,
  asks,
  title: (body: string): string => `Indsæt rækker i ${body}`,
  says: 'Kopiér en tabel i Excel, LibreOffice eller Word, og indsæt den her. Intet skrives, før alt er besvaret, og du har set, hvad der følger.',
  rows: 'Rækkerne',
  rowsHelp: 'Én række for hver: navn, og hvad der ellers er af rolle, parti, hjemkommune, hvem der repræsenteres, og datoer; med eller uden overskrifter.',
  separator: 'Cellerne er adskilt af',
  headings: 'Den første række er overskrifter',
  columns: 'Kolonnerne',
  column: (n: number, sample: string): string => `Kolonne ${n}${sample ? `: ${sample}` : ''}`,
  counted: (n: number): string =>
    n === 0 ? 'Der er ingen rækker. Under eventuelle overskrifter skal der stå mindst én.' : n === 1 ? '1 række' : `${count(n)} rækker`,
  tooMany: (most: number): string => `Det er for mange rækker på én gang: højst ${count(most)}. Del dem i flere.`,
  noName: 'Vælg, hvilken kolonne der er navnet.',
  what: 'Hvad er rækkerne?',
  onList: 'Listens dag',
  onAppoint: 'Fra og med (for rækker uden egen dag)',
  datesUnused: 'Datoer i rækkerne bruges ikke i en liste: den siger kun, hvem der sad på dagen. Vælg udpegninger, hvis de skal med.',
  documentDay: 'Skriv dokumentets dato, hvis der er et. Er det listens dag, lukker en fuldstændig liste også pladser, hvis slutning ingen kender.',
  looking: (n: number, all: number): string => `Slår navne op: ${count(n)} af ${count(all)}`,
  questions: 'Spørgsmål',
  left: (n: number): string => (n === 0 ? 'Alt er besvaret.' : n === 1 ? '1 spørgsmål mangler svar.' : `${count(n)} spørgsmål mangler svar.`),
  inRows: (rows: readonly number[]): string =>
    rows.length === 1 ? `række ${rows[0] ?? ''}` : `række ${rows.slice(0, 8).join(', ')}${rows.length > 8 ? ' …' : ''}`,
  row: (n: number): string => `Række ${n}`,
  empty: '(ingenting)',
  leaveOut: 'Tag det ikke med',
  skipRow: 'Tag ikke rækken med',
  somebodyNew: 'En ny person, der ikke findes endnu',
  another: 'En anden, der findes: søg',
  anotherIs: 'Hvem er det så?',
  newName: 'Navnet',
  allNew: (n: number): string => (n === 1 ? 'Den ene, der ikke blev fundet, er en ny person' : `De ${count(n)}, der ikke blev fundet, er alle nye personer`),
  asInRow: (role: string): string => `${role}, som rækken siger`,
  asRecorded: (role: string): string => `${role}, som registret siger`,
  sameNew: (n: number): string => `Ja, den samme som i række ${n}`,
  otherNew: 'Nej, en anden med samme navn',
  standsAlso: (n: number): string => `samme rolle som i række ${n}`,
  read: 'Sådan er rækkerne læst',
  number: 'Række',
  inTable: 'I tabellen',
  who: 'Hvem',
  isNew: 'ny person',
  isKnown: 'findes',
  isAsked: 'der spørges',
  isSkipped: 'tages ikke med',
  recognised: (all: number, byName: number): string =>
    `${count(all)} ${all === 1 ? 'blev genkendt som en person, der findes' : 'blev genkendt som personer, der findes'}${byName > 0 ? `, ${count(byName)} kun på navnet` : ''}: se hvem`,
  byName: 'kun på navnet',
  notThis: 'Det er en anden',
  plan: (fresh: number, known: number, skipped: number): string =>
    `${count(fresh)} ${fresh === 1 ? 'ny person' : 'nye personer'}, ${count(known)} ${known === 1 ? 'der findes' : 'der findes i forvejen'}${skipped > 0 ? `, ${count(skipped)} tages ikke med` : ''}.`,
  missing: 'Medlemmer, der ikke står på listen',
  noneMissing: 'Alle, der var medlemmer den dag, står på listen.',
  whatHappens: 'Hvad der sker',
  ends: (day: string): string => `pladsen slutter ${day}`,
  endsSome: 'pladsen slutter',
  stays: 'registrets egne datoer bliver stående',
  contradicts: 'registret siger, at personen sad der den dag: se nedenfor',
  seeFirst: 'ses, når du har set, hvad der følger',
};

export type PasteWords = typeof paste;
