import type { ProblemCode } from '../generated/graphql';

/** What kinds of problems there are. */
export const problem: Record<ProblemCode, string> = {
  UNKNOWN_ID: 'Det findes ikke i registret.',
  WRONG_TYPE: 'Det er noget af en anden slags.',
  ID_TAKEN: 'Det hører allerede til en anden.',
  BAD_DATE: 'Datoen passer ikke.',
  BAD_VALUE: 'Det kan ikke stå der.',
  MISSING: 'Der mangler noget.',
  TOO_MANY: 'Der er for mange.',
  ENDS_BEFORE_IT_BEGINS: 'Det ville slutte, før det begynder.',
  NOT_IN_FORCE: 'Det gælder ikke på den dag.',
  ALREADY_ENDED: 'Det slutter allerede, og på en anden måde.',
  ALREADY_HELD: 'Det er der allerede.',
  OUTSIDE_BODY: 'Organet findes ikke på den dag.',
  OUTSIDE_TERM: 'Det ligger uden for valgperioden.',
  SEAT_TAKEN: 'En anden sidder på pladsen.',
  POSSIBLE_DUPLICATE: 'Der findes allerede en med det navn.',
  CONTRADICTS: 'Det passer ikke med det, der står.',
  CHANGED_SINCE: 'En anden har ændret det, siden du åbnede siden.',
  KEY_REUSED: 'Det er allerede skrevet, med et andet indhold.',
  BUILT_UPON: 'Senere ændringer bygger på det.',
  REFERRED_TO: 'Andet henviser til det.',
  RULE_BROKEN: 'Det bryder en regel.',
  RULE_PERHAPS: 'Det bryder måske en regel.',
  OUTSIDE_YOUR_BODIES: 'Det ligger uden for de organer, du må rette i.',
};

/** The same, where more can be said of a field: by the kind and the last name of its path. */
export const problemAt = {
  'BAD_VALUE role': 'Det er den rolle, som allerede står der. Vælg en anden.',
  'BAD_VALUE code': 'En kommunekode er fire cifre, som 0510.',
  'BAD_VALUE scheme': 'Skriv registrets navn med små bogstaver, tal og bindestreger, som wikidata.',
  'BAD_VALUE gone': 'Det er den samme person. Vælg en anden.',
  'BAD_VALUE object': 'Det er den samme. Vælg en anden.',
  'BAD_VALUE to': 'Hver kan kun stå der én gang.',
  'BAD_DATE on': 'Den dag er ikke kommet endnu.',
  'CONTRADICTS name': 'Det hedder det allerede, også dagen før.',
} satisfies Readonly<Partial<Record<`${ProblemCode} ${string}`, string>>>;
