import { words } from './words/words';

const ERASED = /^person:erased-\d+$/;

/** Somebody who is erased has no name but the page's word for it. */
export const isErased = (id: string): boolean => ERASED.test(id);

/** Gives all of an answer who are erased the word of the page's language for a name. */
export const nameErased = (value: unknown): void => {
  if (typeof value !== 'object' || value === null) return;
  for (const one of Object.values(value)) nameErased(one);
  if ('id' in value && 'name' in value && typeof value.id === 'string' && isErased(value.id))
    Object.defineProperty(value, 'name', { enumerable: true, get: () => words.value.erased });
};
