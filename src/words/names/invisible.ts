// As parts of a character class, for patterns with the flag `u`.

/** What no text holds: NUL, and halves of letters. */
export const NO_TEXT = '\\0\\p{Cs}';

/** Letters that show nothing: zero-width and soft ones, fillers, marks of direction. */
export const UNSEEN = '\\p{Default_Ignorable_Code_Point}\\u2800';

const UNSEEN_OR_CONTROL = new RegExp(`(?![\\t\\n\\r])[\\p{Cc}\\p{Zl}\\p{Zp}${NO_TEXT}${UNSEEN}]`, 'gu');

/** A text in which letters that show nothing stand as their code points. */
export const madeVisible = (text: string): string =>
  text.replace(UNSEEN_OR_CONTROL, (letter) => `<U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`);
