import Type, { type Static, type TObject, type TProperties, type TSchema } from 'typebox';
import { ID_NAME } from '../record/ids.js';
import { BASES } from '../record/model.js';
import { NO_TEXT, UNSEEN } from './names/invisible.js';

// The fields of rows, as JSON Schema with some words of our own:
//   expects     the sentence that says what a pattern or rule asks for
//   refersTo    prefixes of ids: the field holds the id of another thing; none: of any
//   addsUp      of several writers' values: a list that holds all of them (by fields of its items, where `addsUp` names them: 'text', 'year', 'scheme value')
//   asNamed     it stays as it is named also where that leads to another thing
//   openEnded   an object that is dated: without an end it lasts until further notice, where it is kept up to date

export const optional = Type.Optional;

/** One of some words. */
export const choice = <const V extends readonly string[]>(values: V, description: string) => Type.Unsafe<V[number]>(Type.Enum([...values], { description }));

// As many letters as the acts take that say the same.
const LETTER = 10;
const NAME = 200;
export const TITLE = 1_000;
const TEXT = 20_000;
const URL_LETTERS = 2_000;

export const text = (description: string, maxLength = TEXT) =>
  Type.String({
    maxLength,
    pattern: `^(?=[^]*[^\\s${UNSEEN}])[^\\s${NO_TEXT}]([^${NO_TEXT}]*[^\\s${NO_TEXT}])?$`,
    expects: 'a text that is not empty, with neither blanks at its ends nor NUL or half a letter in it',
    description,
  });

const END = `\\s\\p{Cc}\\p{Cs}${UNSEEN}`;

/** What something is called, on one line. What says how the letter before it is drawn may end it. */
export const name = (description: string, maxLength = NAME) =>
  Type.String({
    maxLength,
    pattern: `^[^${END}]([^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]*[^${END}])?\\p{Variation_Selector}?$`,
    expects: 'a name that is not empty, on one line, with neither control characters in it nor blanks or letters that show nothing at its ends',
    description,
  });

export const day = (description: string) =>
  Type.String({ pattern: '^(?!0000)\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$', format: 'day', expects: 'YYYY-MM-DD', description });

export const partialDate = (description: string) =>
  Type.String({
    pattern: '^(?!0000)\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$',
    format: 'partial-date',
    expects: 'YYYY, YYYY-MM or YYYY-MM-DD',
    description,
  });

export const pattern = (regex: string, expects: string, description: string, maxLength = NAME) =>
  Type.String({ pattern: regex, expects, description, maxLength });

export const url = (description: string) => pattern('^https?://\\S+$', 'a URL of http or https', description, URL_LETTERS);

const shaped = (prefixes: readonly string[], description: string, more: object = {}) =>
  Type.String({
    pattern: `^(${prefixes.join('|')}):${ID_NAME}$`,
    expects: `an id such as ${prefixes[0]}:name${prefixes.length > 1 ? ` (or ${prefixes.slice(1).join(', ')})` : ''}, in a-z, 0-9, - and .`,
    description,
    ...more,
  });

/** The id of the row itself. */
export const ownId = (prefix: string, description = 'Its id.') => shaped([prefix], description);

/** The id of another thing. */
export const refersTo = (prefixes: string | readonly string[], description: string, more: object = {}) => {
  const all = [prefixes].flat();
  return shaped(all, description, { refersTo: all, ...more });
};

/** The id of another thing, of whatever word. */
export const refersToAny = (description: string) =>
  Type.String({
    pattern: `^([a-z]+(-[a-z]+)*|appointment:membership):${ID_NAME}$`,
    expects: 'an id such as person:mads-skau, in a-z, 0-9, - and .',
    description,
    refersTo: [],
  });

export const PRINCIPALS = ['municipality', 'region', 'party', 'body'] as const;

/** A list, none of whose items comes twice. */
export const list = <S extends TSchema>(items: S, description: string, more: object = {}) =>
  Type.Array(items, { minItems: 1, uniqueItems: true, description, ...more });

/** A list to which every writer adds. */
export const growing = <S extends TSchema>(items: S, description: string, addsUp: true | 'text' | 'year' | 'scheme value' = true) =>
  list(items, description, { addsUp });

/** An object with these fields and no others. */
export const fields = <P extends TProperties>(properties: P, rules: object = {}) => Type.Object(properties, { additionalProperties: false, ...rules });

const required = (...names: string[]): { required: string[] } => ({ required: names });

const isWeak = (name: string): object => ({ ...required(name), properties: { [name]: { enum: ['INFERRED', 'DERIVED'] } } });

const reasonOf = (expects: string, ...conditions: object[]): object => ({ if: { anyOf: conditions }, then: { ...required('reason'), expects } });

/** What is inferred or derived says why. */
export const reasoned = reasonOf('the field `reason`: why, as it is inferred or derived', isWeak('basis'));

/** What is inferred, derived or narrowed says why, and what is undated has no date. */
export const datesAgree = {
  ...reasonOf(
    'the field `reason`: why, as it or one of its dates is inferred, derived or narrowed',
    ...['basis', 'fromBasis', 'untilBasis'].map(isWeak),
    required('narrowed'),
  ),
  dependentSchemas: {
    fromBasis: { anyOf: [required('from'), required('narrowed')], expects: '`from` or `narrowed` where `fromBasis` says how it is known' },
    untilBasis: { anyOf: [required('until'), required('narrowed')], expects: '`until` or `narrowed` where `untilBasis` says how it is known' },
    undated: {
      not: { anyOf: ['from', 'until', 'open', 'seen', 'over', 'narrowed'].map((name) => required(name)) },
      expects: 'no date where `undated` says why there is none',
    },
  },
};

const sourceIds = growing(refersTo('source', 'A source.'), 'Where it says so: at least one source.');

export const sources = { sources: sourceIds };

/** Sources of what stands in a row that names its own. */
export const sourcesOfItsOwn = { sources: optional(sourceIds) };

/** Which facts of a list of facts a row carries. */
export const facts = {
  facts: optional(
    growing(pattern('^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$', 'the id of a fact', 'A fact.'), 'Ids of the facts of a list of facts that this row carries.'),
  ),
};

export const reason = { reason: optional(text('Why, where it or one of its dates is inferred or derived.')) };

export const basis = {
  basis: optional(choice(BASES, 'How it is known: a source says so, it was concluded from sources, a rule computed it. Absent: STATED.')),
};

/** How it is known, with sources or without. */
export const provenance = { ...basis, ...reason, sources: optional(sourceIds) };

/** How it is known, with its sources. */
export const sourced = { ...basis, ...reason, ...sources };

const dateBasis = (name: string) => optional(choice(['STATED', 'INFERRED'], `How \`${name}\` is known. Absent where there is a date: STATED.`));

const sighting = fields({
  on: partialDate('The day of which the document speaks; of a year or month, some day in it.'),
  in: refersTo('doc', 'The document that says so.'),
});

/** Half-open dates. */
export const dates = {
  from: optional(partialDate('The first day in force, as printed or inferred.')),
  until: optional(partialDate('The first day no longer in force, as printed or inferred.')),
  fromBasis: dateBasis('from'),
  untilBasis: dateBasis('until'),
  open: optional(Type.Literal(true, { description: 'Those who keep the record say that it lasts until further notice.' })),
  seen: optional(growing(sighting, 'Documents of a day that say it is held.')),
  over: optional(growing(sighting, 'Documents of a day that say it is no longer held.')),
  narrowed: optional(
    fields(
      {
        fromMin: optional(day('The earliest day on which it can have begun.')),
        fromMax: optional(day('The latest day on which it can have begun.')),
        untilMin: optional(day('The earliest day that can be the first no longer in force.')),
        untilMax: optional(day('The latest day that can be the first no longer in force.')),
      },
      { minProperties: 1, description: 'Inferred bounds that are narrower than what is printed; `reason` says why.' },
    ),
  ),
  undated: optional(text('A sentence: why there is neither date nor sighting.')),
};

/** Dates with their sources. */
export const dated = { ...dates, ...sourced };

/** Of a row that is dated. */
export const openEnded = { ...datesAgree, openEnded: true };

export const existence = {
  existence: optional(fields({ ...dates, ...provenance }, { ...openEnded, description: 'When it exists. Without sources of its own: those of its row.' })),
};

/** A name or letter held for a time. */
const calledIn = (letters: number) => fields({ text: name('The name or letter itself.', letters), ...dated }, openEnded);
const called = calledIn(NAME);

/** A name that has no dates. Without sources of its own: those of its row. */
const alias = fields({ text: name('The other name itself.'), ...provenance }, reasoned);

export const aliases = { aliases: optional(growing(alias, 'Other names and spellings found in sources.', 'text')) };
export const abbreviations = { abbreviations: optional(growing(alias, 'Abbreviations found in sources.', 'text')) };
export const names = { names: optional(Type.Array(called, { minItems: 1, addsUp: 'text', description: 'Its names over time, where they change.' })) };
export const letters = {
  letters: optional(Type.Array(calledIn(LETTER), { minItems: 1, addsUp: 'text', description: 'Its letters on ballots and lists, and when it holds them.' })),
};

/** What a scheme calls a thing, ever or for a time. Without sources of its own: those of its row. */
const identifier = fields(
  {
    scheme: pattern('^[a-z0-9]+([.-][a-z0-9]+)*$', 'a scheme in lower case, such as wikidata or iso-3166-2', 'Whose identifier it is.'),
    value: name('The identifier itself.'),
    url: optional(url('Where it leads.')),
    ...dates,
    ...provenance,
  },
  openEnded,
);

export const identifiers = {
  identifiers: optional(growing(identifier, 'What others call it in their own registers; without dates: as long as it exists.', 'scheme value')),
};

export type ProvenanceFields = Static<TObject<typeof provenance>>;
export type DatedFields = Static<TObject<typeof dates & typeof provenance>>;
export type CalledFields = Static<typeof called>;
export type AliasFields = Static<typeof alias>;
export type IdentifierFields = Static<typeof identifier>;
