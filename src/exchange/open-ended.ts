import { type AnyRow, type BodyRow, type DatedFields, type NamedRow, type Rows, WORDS, type Word } from '../write/rows.js';

const DATED: readonly Word[] = ['terms', 'relations', 'seats', 'affiliations', 'memberships', 'stand-ins'];

const hasEnd = ({ until, over, narrowed }: DatedFields): boolean => Boolean(until || over?.length || narrowed?.untilMin || narrowed?.untilMax);

const lasting = <F extends DatedFields>(fields: F): F => (hasEnd(fields) ? fields : { ...fields, open: true });

const lastingRow = (word: Word, row: AnyRow): AnyRow => {
  if (DATED.includes(word)) return lasting(row as AnyRow & DatedFields);
  const { existence, names, letters } = row as BodyRow & NamedRow;
  return {
    ...row,
    ...(existence && { existence: lasting(existence) }),
    ...(names && { names: names.map(lasting) }),
    ...(letters && { letters: letters.map(lasting) }),
  };
};

/** The rows of a data set that is kept up to date: what they date, and give no end, lasts until further notice. */
export const lastingRows = (rows: Partial<Rows>): Partial<Rows> =>
  Object.fromEntries(WORDS.flatMap((word) => (rows[word] ? [[word, rows[word].map((row) => lastingRow(word, row))]] : []))) as Partial<Rows>;
