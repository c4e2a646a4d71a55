import { computed } from '@preact/signals';
import { found, place } from './address';
import { readDate, readMoment } from './dates';
import { logWords } from './words/log';
import { words } from './words/words';

/** What the address says in a place where something else is required. */
export interface Unreadable {
  name: string;
  given: string;
  requires: 'day' | 'moment' | 'one';
  /** Of which one is required. */
  of?: Readonly<Record<string, string>>;
}

/** The days that a view asks for beside the one that all of them have, and the words that it lists. */
const VIEWS: Readonly<Record<string, { days?: readonly string[]; ones?: () => Readonly<Record<string, Readonly<Record<string, string>>>> }>> = {
  bodies: { ones: () => ({ kinds: words.value.bodyKind }) },
  people: { ones: () => ({ roles: words.value.role }) },
  map: { ones: () => ({ kinds: words.value.bodyKind, roles: words.value.role }) },
  changes: { days: ['from', 'until'], ones: () => ({ kinds: words.value.eventKind }) },
  compare: { days: ['from', 'until'] },
  meetings: { days: ['from', 'until'] },
  vacancies: { days: ['before'] },
  entries: { days: ['since', 'until'], ones: () => ({ because: words.value.because }) },
  proposals: { ones: () => ({ status: { ...logWords.value.proposalStatus, ALL: words.value.all } }) },
};

/** What of the address cannot be read: nothing is answered in its stead. */
export const unreadable = computed((): Unreadable[] => {
  const { days = [], ones } = VIEWS[found.value?.view ?? ''] ?? {};
  const given = (name: string): string => place.value.params.get(name) ?? '';
  return [
    ...['asOf', ...days].flatMap((name) => (given(name) && !readDate(given(name)) ? [{ name, given: given(name), requires: 'day' as const }] : [])),
    ...(given('knownAt') && !readMoment(given('knownAt')) ? [{ name: 'knownAt', given: given('knownAt'), requires: 'moment' as const }] : []),
    ...Object.entries(ones?.() ?? {}).flatMap(([name, of]) =>
      given(name)
        .split(',')
        .filter((one) => one && !Object.hasOwn(of, one))
        .map((one) => ({ name, given: one, requires: 'one' as const, of })),
    ),
  ];
});
