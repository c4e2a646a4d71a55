import type { problem as da, problemAt as daAt } from './problems-da';

/** What kinds of problems there are. */
export const problem: typeof da = {
  UNKNOWN_ID: 'It is not in the record.',
  WRONG_TYPE: 'It is something of another kind.',
  ID_TAKEN: 'It belongs to something else already.',
  BAD_DATE: 'The date does not fit.',
  BAD_VALUE: 'It cannot stand there.',
  MISSING: 'Something is missing.',
  TOO_MANY: 'There are too many.',
  ENDS_BEFORE_IT_BEGINS: 'It would end before it begins.',
  NOT_IN_FORCE: 'It is not in force on that day.',
  ALREADY_ENDED: 'It ends already, and otherwise.',
  ALREADY_HELD: 'It is there already.',
  OUTSIDE_BODY: 'The body does not exist on that day.',
  OUTSIDE_TERM: 'It lies outside the term of office.',
  SEAT_TAKEN: 'Somebody else holds the seat.',
  POSSIBLE_DUPLICATE: 'Somebody of that name is there already.',
  CONTRADICTS: 'It does not fit what stands.',
  CHANGED_SINCE: 'Somebody else has changed it since you opened the page.',
  KEY_REUSED: 'It is written already, with another content.',
  BUILT_UPON: 'Later changes rest on it.',
  REFERRED_TO: 'Something else refers to it.',
  RULE_BROKEN: 'It breaks a rule.',
  RULE_PERHAPS: 'It perhaps breaks a rule.',
  OUTSIDE_YOUR_BODIES: 'It lies outside the bodies that you may edit.',
};

/** The same, where more can be said of a field. */
export const problemAt: Readonly<Record<keyof typeof daAt, string>> = {
  'BAD_VALUE role': 'That is the role which stands there already. Choose another.',
  'BAD_VALUE code': 'The code of a municipality has four digits, as 0510.',
  'BAD_VALUE scheme': 'Write the name of the register in small letters, digits and hyphens, as wikidata.',
  'BAD_VALUE gone': 'That is the same person. Choose another.',
  'BAD_VALUE object': 'That is the same. Choose another.',
  'BAD_VALUE to': 'Each can stand there once.',
  'BAD_DATE on': 'That day has not come yet.',
  'CONTRADICTS name': 'It is called that already, also on the day before.',
};
