import { computed } from '@preact/signals';
import { lang } from '../address';
import { writeDate, writeMoment } from '../dates';
import { writeNumber } from '../numbers';
import { type Words, da } from './da';
import { en } from './en';

/** What the page says, in the language of its address. */
export const words = computed((): Words => (lang.value === 'en' ? en : da));

export const say = (date: string): string => writeDate(date, lang.value);
export const sayNumber = (n: number): string => writeNumber(n, lang.value);
export const sayMoment = (moment: string): string => writeMoment(moment, lang.value);
