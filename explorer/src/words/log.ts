import { computed } from '@preact/signals';
import { lang } from '../address';
import { type LogWords, log as da } from './log-da';
import { log as en } from './log-en';

/** What the log says, in the language of the address. */
export const logWords = computed((): LogWords => (lang.value === 'en' ? en : da));
