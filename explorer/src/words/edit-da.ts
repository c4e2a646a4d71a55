import type { ActorRole, ProblemCode } from '../generated/graphql';

const actorRole: Record<ActorRole, string> = {
  PROPOSER: 'foreslå ændringer, som andre siger god for',
  EDITOR: 'rette i registret',
  IMPORT: 'lægge data ind',
  ADMIN: 'alt',
};

const problem: Record<ProblemCode, string> = {
  UNKNOWN_ID: 'Det findes ikke i registret.',
  WRONG_TYPE: 'Det er noget af en anden slags.',
  ID_TAKEN: 'Det hører allerede til en anden.',
  BAD_DATE: 'Datoen passer ikke.',
  BAD_VALUE: 'Det kan ikke stå der.',
  MISSING: 'Der mangler noget.',
  TOO_MANY: 'Der er for mange.',
  ENDS_BEFORE_IT_BEGINS: 'Det ville slutte, før det begynder.',
  NOT_IN_FORCE: 'Det gælder ikke på den dag.',
  ALREADY_ENDED: 'Det er allerede sluttet.',
  ALREADY_HELD: 'Den plads er der allerede.',
  OUTSIDE_BODY: 'Organet findes ikke på den dag.',
  OUTSIDE_TERM: 'Det ligger uden for valgperioden.',
  SEAT_TAKEN: 'En anden sidder på pladsen.',
  POSSIBLE_DUPLICATE: 'Der findes allerede en med det navn.',
  CONTRADICTS: 'Det siger noget andet end det, der står.',
  CHANGED_SINCE: 'En anden har ændret det, siden du åbnede siden.',
  KEY_REUSED: 'Det er allerede skrevet, med et andet indhold.',
  BUILT_UPON: 'Senere ændringer bygger på det.',
  REFERRED_TO: 'Andet henviser til det.',
  RULE_BROKEN: 'Det bryder en regel.',
  RULE_PERHAPS: 'Det bryder måske en regel.',
  OUTSIDE_YOUR_BODIES: 'Det ligger uden for de organer, du må rette i.',
};

/** What editing says. */
export const edit = {
  actorRole,
  problem,
  signIn: 'Log ind',
  signOut: 'Log ud',
  signedIn: 'Du er logget ind',
  youAre: 'Du er',
  youMay: 'Du må',
  yourBodies: 'I disse organer',
  allBodies: 'alle',
  noBodies: 'ingen',
  signInSays: 'For dem, der fører registret. Alle andre kan læse alt uden at logge ind.',
  token: 'Adgangsnøgle',
  tokenHelp: 'Indsæt den nøgle (token), du har fået. Den gemmes kun i denne fane og er væk, når du lukker den.',
  refusals: { expired: 'Nøglen er udløbet. Bed om en ny.', notTaken: 'Serveren kender ikke den nøgle. Er den kopieret helt?' },
};

export type EditWords = typeof edit;
