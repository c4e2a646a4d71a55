/** What kinds of problems there are. */
export type ProblemCode =
  | 'UNKNOWN_ID'
  | 'WRONG_TYPE'
  | 'ID_TAKEN'
  | 'BAD_DATE'
  | 'BAD_VALUE'
  | 'MISSING'
  | 'TOO_MANY'
  | 'ENDS_BEFORE_IT_BEGINS'
  | 'NOT_IN_FORCE'
  | 'ALREADY_ENDED'
  | 'ALREADY_HELD'
  | 'OUTSIDE_BODY'
  | 'OUTSIDE_TERM'
  | 'SEAT_TAKEN'
  | 'POSSIBLE_DUPLICATE'
  | 'CONTRADICTS'
  | 'CHANGED_SINCE'
  | 'KEY_REUSED'
  | 'BUILT_UPON'
  | 'REFERRED_TO'
  | 'RULE_BROKEN'
  | 'RULE_PERHAPS'
  | 'OUTSIDE_YOUR_BODIES';

/** ERROR: broken whatever the unknown dates are; WARNING: perhaps. */
export type Severity = 'ERROR' | 'WARNING';

/** What became of an entry. */
export type RecordStatus = 'CHECKED' | 'PROPOSED' | 'WRITTEN' | 'UNCHANGED' | 'REFUSED' | 'REJECTED' | 'WITHDRAWN';
