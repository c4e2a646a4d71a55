import type { WordName } from '../../write/rows.js';
import { isAlike } from '../alike.js';
import type { Fields, Thing } from '../draft.js';
import type { Writing } from './act.js';
import { given } from './rows.js';

/** What an act says of something that has no days in force. */
export interface Undated {
  word: WordName;
  /** The id that it is given; null: it is made of names. */
  id: string | null | undefined;
  made: string;
  said: Fields;
  /** Fields by which two are one. */
  alike: readonly string[];
}

/** What is recorded of the same; a free id where nothing is. */
const recordedAs = async ({ draft }: Writing, { word, made, said, alike }: Undated): Promise<Thing | string> => {
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? made : `${made}-${n}`;
    await draft.load([id]);
    const thing = draft.thing(id);
    if (!thing) return id;
    if (thing.word === word && alike.every((key) => isAlike(thing.fields[key], said[key]))) return thing;
  }
};

/** What nobody said yet of what is recorded; of lists what adds to them. Returns null where something is said otherwise, which is told. */
const newsOf = (writing: Writing, { id, fields }: Thing, said: Fields): Fields | null => {
  const news: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(said)) {
    const before = fields[key];
    if (Array.isArray(before) && Array.isArray(value)) {
      const more = value.filter((one) => !before.some((other) => isAlike(other, one)));
      if (more.length > 0) news[key] = [...(before as unknown[]), ...(more as unknown[])];
    } else if (before === undefined) news[key] = value;
    else if (!isAlike(before, value))
      return writing.refuse('CONTRADICTS', [key], `what is recorded: ${JSON.stringify(before)}; \`correct\` says that it was wrong`, {
        given: JSON.stringify(value),
        things: [id],
      });
  }
  return news;
};

/** Records something; what is recorded already gains what is new, and the source. Returns its id; null: it is recorded otherwise, which is told. */
export const sayUndated = async (writing: Writing, undated: Undated): Promise<string | null> => {
  const { word, id } = undated;
  const said = given(undated.said);
  if (id != null) await writing.draft.load([id]);
  const named = id == null ? null : writing.draft.thing(id);
  if (named && (named.word !== word || undated.alike.some((key) => !isAlike(named.fields[key], said[key]))))
    return writing.refuse('ID_TAKEN', ['id'], 'an id that nothing else has', { given: named.id, things: [named.id] });
  const found = named ?? id ?? (await recordedAs(writing, undated));
  if (typeof found === 'string') {
    await writing.say(word, found, said, 'CHANGED');
    return found;
  }
  const news = newsOf(writing, found, said);
  if (!news) return null;
  await writing.say(word, found.id, news, 'LEARNT');
  return found.id;
};
