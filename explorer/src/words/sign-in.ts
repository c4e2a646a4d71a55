import { computed } from '@preact/signals';
import { lang } from '../address';
import { type SignInWords, signIn as da } from './sign-in-da';
import { signIn as en } from './sign-in-en';

/** What signing in with a provider says, in the language of the address. */
export const signInWords = computed((): SignInWords => (lang.value === 'en' ? en : da));
