import type { Lang } from './dates';

/** Made once: to make one takes as long as to write a hundred numbers. */
const FORMATS: Readonly<Record<Lang, Intl.NumberFormat>> = { da: new Intl.NumberFormat('da-DK'), en: new Intl.NumberFormat('en-GB') };

/** A number as the language writes it. */
export const writeNumber = (n: number, lang: Lang): string => FORMATS[lang].format(n);
