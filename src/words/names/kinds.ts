/** What a word says of the kind of thing that it stands beside: a name is found without it. */
export type Kind = 'municipality' | 'region' | 'municipal council' | 'regional council';

const KINDS: readonly [Kind, RegExp][] = [
  ['municipality', /^kommunes?$/],
  ['region', /^regions?$/],
  ['municipal council', /^(byrad(et)?|kommunalbestyrelsen?|borgerreprasentation(en)?)s?$/],
  ['regional council', /^regionsrad(et)?s?$/],
];

/** The kind that a folded word says; undefined: it is a word of a name. */
export const kindSaid = (word: string): Kind | undefined => KINDS.find(([, pattern]) => pattern.test(word))?.[0];

const isPlace = (kind: Kind | undefined): boolean => kind === 'municipality' || kind === 'region';

/** Whether a word may be left out of a title: councils are what many titles tell of. */
export const isOptionalInTitles = (word: string): boolean => isPlace(kindSaid(word));

export const isOptionalInNames = (word: string): boolean => kindSaid(word) !== undefined;

/** Whether a thing with these words in its name is of the kind: a place is what its id says, a council by whatever word. */
export const isOfKind = (kind: Kind, id: string, words: readonly string[]): boolean =>
  id.startsWith(`${kind}:`) || words.some((word) => kindSaid(word) === kind);
