import * as queries from '../../generated/queries.js';
import type { Reader } from '../../graph/port.js';
import { isFields } from '../../record/fields.js';
import { replaceValue, textsIn } from './values.js';
import type { Erasure } from '../model.js';
import type { WordRow } from '../rows.js';
import { digestOf } from './digests.js';
import { matchingOf, replacingIds } from './reach.js';
import { without } from './words.js';

const IS_ID = /^[a-z-]+:\S+$/;

/** Whether a text is one of those of which digests are kept; each is asked once. */
const amongDigests = (salt: string, digests: readonly string[]): ((text: string) => boolean) => {
  const kept = new Set(digests);
  const known = new Map<string, boolean>();
  return (text) => {
    const is = known.get(text) ?? kept.has(digestOf(salt, text));
    known.set(text, is);
    return is;
  };
};

const fieldsOf = ({ row }: WordRow): Readonly<Record<string, unknown>> => (isFields(row) ? row : {});

/** What rows say, with what one erasure took away. */
const anewBy = (rows: readonly WordRow[], { salt, own, formerIds, ids, names, others, shared, lengths, tied, held }: Erasure): WordRow[] => {
  const now = new Map(formerIds.map((digest, at) => [digest, ids[at] as string]));
  const found = new Map<string, string>();
  for (const text of new Set(rows.flatMap(({ row }) => [...textsIn(row)]).filter((one) => IS_ID.test(one)))) {
    const id = now.get(digestOf(salt, text));
    if (id !== undefined) found.set(text, id);
  }
  const matching = matchingOf({
    lengths,
    isOwn: amongDigests(salt, names),
    isOthers: amongDigests(salt, others),
    isShared: amongDigests(salt, shared),
  });
  const naming = rows.filter(({ row }) => [...textsIn(row)].some((text) => found.has(text)));
  for (const { row } of naming) if (!found.has(row.id)) found.set(row.id, without(row.id, matching(true, false), own));
  const isTied = new Set([...tied, ...naming.map(({ row }) => row.id), ...naming.flatMap((one) => (fieldsOf(one)['sources'] ?? []) as string[])]);
  const isHeld = new Set([...held, ...isTied]);
  const replacing = { ids: replacingIds(found), matching, own, people: new Set(ids.filter((id) => id.startsWith('person:'))) };
  return rows.map((one) => {
    const id = found.get(one.row.id) ?? one.row.id;
    if (!isHeld.has(id) && !isHeld.has(one.row.id)) return one;
    return { ...one, row: replaceValue(one.row, replacing, isTied.has(id) || isTied.has(one.row.id)) as WordRow['row'] };
  });
};

/** What a data set says, without what was erased: whoever was erased does not come back with it. */
export const withoutErased = async (reader: Reader, rows: readonly WordRow[]): Promise<readonly WordRow[]> =>
  (await reader.read(queries.erasing.all, {})).reduce<readonly WordRow[]>((said, { e }) => anewBy(said, e), rows);
