import { computed } from '@preact/signals';
import { lang } from '../address';
import { type EditWords, edit as da } from './edit-da';
import { edit as en } from './edit-en';

/** What editing says, in the language of the address. */
export const editWords = computed((): EditWords => (lang.value === 'en' ? en : da));
