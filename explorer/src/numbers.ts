import type { Lang } from './dates';

/** A number as the language writes it. */
export const writeNumber = (n: number, lang: Lang): string => new Intl.NumberFormat(lang === 'da' ? 'da-DK' : 'en-GB').format(n);
