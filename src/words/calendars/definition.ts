import * as columns from '../columns.js';
import { facts, fields, name, ownId, sources } from '../fields.js';
import { defineWord, nodeType } from '../word.js';

/** By when bodies that follow it turn their terms: its own terms lie on `HAS_TERM`, who follows it on `FOLLOWS`. */
export const Calendar = nodeType('Calendar', { name: columns.text, sources: columns.texts });

export const calendars = defineWord({
  word: 'calendars',
  title: 'Election calendars, whose terms bodies follow',
  prefix: 'calendar',
  row: fields({ id: ownId('calendar'), name: name('What it is called.'), ...sources, ...facts }),
  compile: ({ id, name, sources: by }) => ({ nodes: [Calendar.of(id, { name, sources: by })], edges: [] }),
});
