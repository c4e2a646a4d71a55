import * as queries from '../generated/queries.js';
import type { Transaction } from '../graph/port.js';
import { inBatches } from '../record/batches.js';
import { foldedText, foldedWords } from '../words/names/fold.js';
import type { EarlierText } from './model.js';
import { indexNames, keepSpellings } from './name-index.js';

const folded = ({ id, recordedAt, title, subject, text }: EarlierText) => ({ id, recordedAt, folded: foldedText(title ?? `${subject ?? ''}\n${text ?? ''}`) });

/** Lists find texts and titles by their folded words: those of every version. */
const foldTexts = async (tx: Transaction): Promise<void> => {
  const texts = (await tx.read(queries.migrate.texts, {})).map(({ x }) => folded(x));
  await inBatches(texts, (some) => tx.run(queries.migrate.setFolded, { rows: some }));
  const versions = (await tx.read(queries.migrate.textVersions, {})).map(({ x }) => folded(x));
  await inBatches(versions, (some) => tx.run(queries.migrate.setFoldedVersions, { rows: some }));
};

const isSame = (a: readonly string[], b: readonly string[]): boolean => a.join(' ') === b.join(' ');

/** Search finds names by their words, which have another label now and are found where they are spelt otherwise. */
const foldNames = async (tx: Transaction): Promise<void> => {
  const names = (await tx.read(queries.migrate.names, {})).map(({ id, text, words }) => ({ id, before: words, words: foldedWords(text) }));
  const changed = names.filter(({ before, words }) => !isSame(before, words));
  await inBatches(changed, async (some) => {
    await tx.run(queries.migrate.untieWords, { ids: some.map(({ id }) => id) });
    await tx.run(queries.migrate.setWords, { rows: some.map(({ id, words }) => ({ id, words })) });
  });
  const stay = new Set(names.filter(({ before, words }) => isSame(before, words)).flatMap(({ words }) => words));
  const gone = new Set(changed.flatMap(({ before }) => before).filter((word) => !stay.has(word)));
  await inBatches([...gone], (some) => tx.run(queries.migrate.forgetWords, { words: some }));
  await tx.run(queries.migrate.renameWords, {});
  await keepSpellings(tx, [...stay]);
  await indexNames(tx, changed);
};

/** Texts and names by the words that they are folded to from format 4 on. */
export const foldAnew = async (tx: Transaction): Promise<void> => {
  await foldTexts(tx);
  await foldNames(tx);
};
