import * as queries from '../generated/queries.js';
import type { Transaction } from '../graph/port.js';
import { inBatches } from '../record/batches.js';
import { keysOf } from '../words/names/near.js';

/** Keeps the keys by which words are found that are spelt otherwise. */
export const keepSpellings = (tx: Pick<Transaction, 'run'>, words: readonly string[]): Promise<void> =>
  inBatches(
    words.flatMap((word) => keysOf(word).map((key) => [key, word])),
    (some) => tx.run(queries.names.addSpellings, { rows: some }),
  );

/** Those of some words that no name has yet. */
const newAmong = async (tx: Pick<Transaction, 'read'>, words: Iterable<string>): Promise<string[]> => {
  const added = new Set(words);
  await inBatches([...added], async (some) => {
    for (const { text } of await tx.read(queries.names.knownWords, { words: some })) added.delete(text);
  });
  return [...added];
};

/** Ties names to their folded words, by which search finds them. */
export const indexNames = async (tx: Pick<Transaction, 'read' | 'run'>, names: readonly { id: string; words: readonly string[] }[]): Promise<void> => {
  const rows = names.flatMap(({ id, words }) => [...new Set(words)].map((word) => ({ name: id, word })));
  const added = await newAmong(
    tx,
    rows.map(({ word }) => word),
  );
  await keepSpellings(tx, added);
  await inBatches(rows, (some) => tx.run(queries.names.indexWords, { rows: some }));
};
