import { logWords } from '../words/log';
import { words } from '../words/words';

/** What an address that names an entry is about: of what is none, that there is none. */
export const sayEntryAt = (id: string): string => {
  const [, number] = /^entry:(\d+)$/.exec(id) ?? [];
  return number === undefined ? words.value.unknownThing : logWords.value.entry(Number(number));
};

/** What an address that names a proposal is about. */
export const sayProposalAt = (id: string): string => (/^proposal:\d+$/.test(id) ? logWords.value.proposal(id) : words.value.unknownThing);
