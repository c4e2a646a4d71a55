import type { ChangeSource } from './change-set.js';

/** Who keeps what acts say, for all editors together. */
export const EDITOR = 'editor';

export const EDITORS: ChangeSource = { id: EDITOR, title: null, date: null, terms: null, hash: '' };
