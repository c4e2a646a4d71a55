import * as queries from '../../generated/queries.js';
import { NEVER, NOW } from '../../record/time.js';
import { foldedWords } from '../../words/names/fold.js';
import type { Fields } from '../draft.js';
import { ownPart } from '../ids.js';
import type { Writing } from './act.js';

const textOf = (words: readonly string[]): string => words.join(' ');

/** Whether two texts differ in one letter: another, one more or one less. */
export const isOneLetterOff = (a: string, b: string): boolean => {
  const [one, other] = a.length <= b.length ? [[...a], [...b]] : [[...b], [...a]];
  if (other.length - one.length > 1 || a === b) return false;
  const at = one.findIndex((letter, n) => letter !== other[n]);
  if (at < 0) return true;
  const rest = one.slice(one.length === other.length ? at + 1 : at).join('');
  return rest === other.slice(at + 1).join('');
};

const namesOf = (fields: Fields): string[] => [
  fields['name'] as string,
  ...[...((fields['names'] ?? []) as { text: string }[]), ...((fields['aliases'] ?? []) as { text: string }[])].map(({ text }) => text),
];

/** People who may be somebody of these names: called alike, or one letter off where they are near; `places`: bodies and municipalities. */
export const namesakesOf = async ({ draft }: Writing, names: readonly string[], places: readonly string[]): Promise<string[]> => {
  const asked = names.map(foldedWords).filter((words) => words.length > 0);
  const alike = new Set(asked.map(textOf));
  const anchored = asked.map((words) => ({ anchor: words.reduce((a, b) => (b.length > a.length ? b : a)), words }));
  const called = anchored.length > 0 ? await draft.reader.read(queries.people.called, { names: anchored, knownAt: NOW }) : [];
  const near = places.length > 0 ? await draft.reader.read(queries.people.near, { ids: [...places], words: asked.flat(), knownAt: NOW }) : [];
  const isNear = (text: string): boolean => asked.some((words) => isOneLetterOff(textOf(words), text));
  const made = [...draft.said()].filter(({ id, word }) => word === 'people' && draft.before(id) === null);
  const found = [
    ...called.filter(({ words }) => alike.has(textOf(words))),
    ...near.filter(({ words }) => isNear(textOf(words))),
    ...made.filter(({ fields }) => namesOf(fields).some((name) => alike.has(textOf(foldedWords(name))))),
  ];
  return [...new Set(found.map(({ id }) => id))].sort();
};

/** Records that somebody is not who has the same name, which holds where the warning is accepted. */
export const saysDifferent = async (writing: Writing, person: string, others: readonly string[]): Promise<void> => {
  for (const other of others) {
    const id = await writing.draft.free(`merge:${ownPart(other)}-${ownPart(person)}`);
    await writing.say('merges', id, { different: [other, person] }, 'LEARNT');
  }
};

/** Takes back what editors said of two people being different, as somebody does who was entered twice; what a data set says of it stands. */
export const saysTheSame = async ({ act, draft }: Writing, one: string, other: string): Promise<void> => {
  const apart = await draft.reader.read(queries.merges.tellingApart, { one, other, never: NEVER });
  await draft.load(apart.map(({ id }) => id));
  for (const { id } of apart) if (draft.isEditorsOwn(id) && draft.thing(id)) draft.retract(act, id);
};
