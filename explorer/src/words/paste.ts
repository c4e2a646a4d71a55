import { computed } from '@preact/signals';
import { lang } from '../address';
import { type PasteWords, paste as da } from './paste-da';
import { paste as en } from './paste-en';

/** What pasting rows says, in the language of the address. */
export const pasteWords = computed((): PasteWords => (lang.value === 'en' ? en : da));
