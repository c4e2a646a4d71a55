import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { isCivilDate } from '../time/civil.js';
import { isPartialDate } from '../time/partial.js';
import { nearest } from './nearest.js';
import { type RowProblem, shown } from './problems.js';
import { type WordName, type WordRow, compile, wordOf } from './rows.js';

interface Annotated {
  expects?: string;
  description?: string;
  properties?: Readonly<Record<string, Annotated>>;
}

type SchemaError = ErrorObject & { parentSchema?: Annotated };

const ajv = new Ajv2020({
  allErrors: true,
  allowUnionTypes: true,
  verbose: true,
  strict: false,
  formats: { day: isCivilDate, 'partial-date': isPartialDate },
  // It takes longer than what it saves: the engine optimizes too.
  code: { optimize: false },
  // Schemas of our own, which a test holds to their language: to compile that takes longer than to compile them.
  meta: false,
  validateSchema: false,
});
const validators = new Map<WordName, ValidateFunction>();

const validatorOf = (word: WordName): ValidateFunction => {
  const validate = validators.get(word) ?? ajv.compile(wordOf(word).row);
  validators.set(word, validate);
  return validate;
};

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
};

const fieldNamed = (name: string, { properties }: Annotated): string => {
  const description = properties?.[name]?.description;
  return `the field \`${name}\`${description ? `: ${description}` : ''}`;
};

const among = (given: string, { properties = {} }: Annotated): string => {
  const names = Object.keys(properties);
  return `a field that it has${nearest(given, names)}: ${names.join(', ')}`;
};

const counted = (what: string, least: unknown): string => (least === 1 ? `${what} that is not empty` : `${what} of at least ${String(least)}`);

/** What a rule of the schema asks for, as a sentence. */
const sentenceOf = ({ keyword, params, parentSchema = {}, message, schema }: SchemaError): string => {
  switch (keyword) {
    case 'required':
      return parentSchema.expects ?? fieldNamed(String(params['missingProperty']), parentSchema);
    case 'additionalProperties':
      return among(String(params['additionalProperty']), parentSchema);
    case 'enum':
      return `one of ${(params['allowedValues'] as unknown[]).join(', ')}`;
    case 'const':
      return parentSchema.expects ?? shown(params['allowedValue']);
    case 'type':
      return [schema]
        .flat()
        .map((type) => TYPES[String(type)])
        .join(' or ');
    case 'minItems':
      return counted('a list', params['limit']);
    case 'minProperties':
      return counted('an object', params['limit']);
    case 'minLength':
      return counted('a text', params['limit']);
    case 'maxLength':
      return `a text of at most ${String(params['limit'])} letters`;
    case 'maxItems':
      return `a list of at most ${String(params['limit'])}`;
    case 'minimum':
      return `a number of at least ${String(params['limit'])}`;
    case 'maximum':
      return `a number of at most ${String(params['limit'])}`;
    case 'uniqueItems':
      return 'a list in which nothing comes twice';
    default:
      return parentSchema.expects ?? message ?? 'a valid value';
  }
};

/** Rules about which fields there are together. */
const OF_FIELDS = ['anyOf', 'oneOf', 'not'];

const givenIn = ({ keyword, params, data }: SchemaError): string => {
  if (keyword === 'required') return 'nothing';
  if (keyword === 'additionalProperties') return String(params['additionalProperty']);
  if (OF_FIELDS.includes(keyword) && typeof data === 'object' && data !== null) return Object.keys(data).join(', ');
  return shown(data);
};

/** What `if` says is said by its `then`; what alternatives ask for, one by one, by the sentence that joins them. */
const isTold = (error: SchemaError, all: readonly SchemaError[]): boolean =>
  error.keyword !== 'if' &&
  !all.some((other) => other !== error && ['anyOf', 'oneOf'].includes(other.keyword) && error.schemaPath.startsWith(`${other.schemaPath}/`));

const shapeProblems = ({ word, row }: WordRow): RowProblem[] => {
  const validate = validatorOf(word);
  if (validate(row)) return [];
  const errors = (validate.errors ?? []) as SchemaError[];
  const told = errors
    .filter((error) => isTold(error, errors))
    .map((error) => ({ word, id: idOf(row), path: error.instancePath, required: sentenceOf(error), given: givenIn(error) }));
  return [...new Map(told.map((problem) => [`${problem.path} ${problem.required} ${problem.given}`, problem])).values()];
};

const idOf = (row: unknown): string => {
  const id = (row as { id?: unknown } | null)?.id;
  return typeof id === 'string' ? id : '';
};

const SENTENCE = /^required: (.*); given: (.*)$/s;

/** What a row contradicts in itself, such as dates that are not in order. */
const ownProblems = (row: WordRow): RowProblem[] => {
  try {
    compile(row);
    return [];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const [, required = error.message, given = shown(row.row)] = SENTENCE.exec(error.message) ?? [];
    return [{ word: row.word, id: row.row.id, path: '', required, given }];
  }
};

/** Rows that were found sound, so that who reads them and who writes them need not both look. */
const sound = new WeakSet<object>();

/** What is wrong with a row by itself; nothing is read. A row must not change once it was looked at. */
export const problemsOf = (row: WordRow): RowProblem[] => {
  if (sound.has(row)) return [];
  const shape = shapeProblems(row);
  const problems = shape.length > 0 ? shape : ownProblems(row);
  if (problems.length === 0) sound.add(row);
  return problems;
};
