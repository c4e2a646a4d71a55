import { computed } from '@preact/signals';
import { lang } from '../address';
import { LAST_DAY, isAfterLast, writeDate, writeMoment } from '../dates';
import { writeNumber } from '../numbers';
import { type Words, da } from './da';
import { en } from './en';

/** What the page says, in the language of its address. */
export const words = computed((): Words => (lang.value === 'en' ? en : da));

export const say = (date: string): string => writeDate(date, lang.value);
export const sayNumber = (n: number): string => writeNumber(n, lang.value);
export const sayMoment = (moment: string): string => writeMoment(moment, lang.value);

/** Why what stands in the field of a day is none. `otherwise`: what is said where it cannot be read. */
export const sayNoDay = (text: string, otherwise = words.value.notADay): string =>
  isAfterLast(text, lang.value) ? words.value.calendarEnds(say(LAST_DAY)) : otherwise;
