import { isFields } from '../record/fields.js';
import { isCivilDate } from '../time/civil.js';
import { nearest } from '../write/nearest.js';
import { shown } from '../write/problems.js';
import { type FileProblem, ofFile } from './problems.js';

/** What `dataset.json` says of a data set. */
export interface Head {
  /** Empty: it says none that can be taken. */
  id: string;
  title: string;
  date: string | null;
  terms: string | null;
  maintained: boolean;
  after: string[];
}

const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const isId = (value: unknown): value is string => typeof value === 'string' && ID.test(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() === value && value !== '';
const isDay = (value: unknown): value is string => typeof value === 'string' && isCivilDate(value);

/** What each field of `dataset.json` asks for. */
const HEAD: Readonly<Record<string, { required: boolean; expects: string; accepts: (value: unknown) => boolean }>> = {
  id: { required: true, expects: 'its name, in a-z, 0-9 and -', accepts: isId },
  title: { required: true, expects: 'what it holds, in a few words', accepts: isText },
  date: { required: true, expects: 'the day to which its data speak, YYYY-MM-DD', accepts: isDay },
  terms: { required: true, expects: 'under which terms it may be used', accepts: isText },
  maintained: { required: false, expects: '"continuously", where its rows are kept up to date', accepts: (value) => value === 'continuously' },
  after: {
    required: false,
    expects: 'a list of the data sets whose things it refers to',
    accepts: (value) => Array.isArray(value) && value.length > 0 && value.every(isId),
  },
};

const FIELDS = Object.keys(HEAD);

const problemsOf = (file: string, head: Readonly<Record<string, unknown>>): FileProblem[] => [
  ...Object.entries(HEAD).flatMap(([field, { required, expects, accepts }]) =>
    (head[field] === undefined ? required : !accepts(head[field])) ? [ofFile(file, expects, shown(head[field]), field)] : [],
  ),
  ...Object.keys(head).flatMap((field) =>
    FIELDS.includes(field) ? [] : [ofFile(file, `a field that it has${nearest(field, FIELDS)}: ${FIELDS.join(', ')}`, field)],
  ),
];

/** What a `dataset.json` says, and what is wrong with it; undefined: it could not be read. */
export const headOf = (file: string, content: unknown): Head & { problems: FileProblem[] } => {
  const head = isFields(content) ? content : {};
  const { id, title, date, terms, maintained, after } = head;
  const unread = content === undefined ? [] : [ofFile(file, `an object with ${FIELDS.slice(0, 4).join(', ')}`, shown(content))];
  return {
    id: isId(id) ? id : '',
    title: isText(title) ? title : '',
    date: isDay(date) ? date : null,
    terms: isText(terms) ? terms : null,
    maintained: maintained !== undefined,
    after: Array.isArray(after) ? after.filter(isId) : [],
    problems: isFields(content) ? problemsOf(file, head) : unread,
  };
};
