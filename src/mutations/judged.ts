import type { ProblemCode } from './codes.js';
import type { Finding } from '../integrity/model.js';
import type { RowProblem } from '../write/problems.js';
import { isAppointmentId, membershipId } from '../words/appointments/ids.js';
import type { Draft } from './draft.js';
import { type Problem, problemOf } from './problems.js';

/** What it is called that a rule would be broken. */
const CODES: Readonly<Record<string, ProblemCode>> = {
  'seat-single': 'SEAT_TAKEN',
  'seat-once': 'ALREADY_HELD',
  'seat-in-body': 'OUTSIDE_BODY',
  'seat-in-term': 'OUTSIDE_TERM',
  'code-single': 'ID_TAKEN',
};

/** The last act that said something of any of these; where none did, the last one. */
const lastActOn = (draft: Draft, things: readonly string[], names: readonly string[]): string[] => {
  const saying = things.flatMap((id) => draft.actsOf(id));
  const act = saying.length > 0 ? Math.max(...saying) : names.length - 1;
  return ['acts', String(act), names[act] as string];
};

/** What rules find that an entry breaks, or perhaps does. */
export const brokenBy = (findings: readonly Finding[], draft: Draft, names: readonly string[]): Problem[] =>
  findings.flatMap(({ rule, verdict, title, message, on, things }): Problem[] => {
    if (verdict !== 'BROKEN' && verdict !== 'PERHAPS') return [];
    const isBroken = verdict === 'BROKEN';
    const code = isBroken ? (CODES[rule] ?? 'RULE_BROKEN') : 'RULE_PERHAPS';
    return [problemOf({ code, severity: isBroken ? 'ERROR' : 'WARNING', path: lastActOn(draft, things, names), required: title, given: message, on, things })];
  });

/** Fields of rows that acts say by the name of what they stand in. */
const WITHIN = ['appointment', 'principal', 'membership', 'at', 'on'];

/** What it is called that a row does not fit. */
export const codeOf = ({ required }: RowProblem): ProblemCode => {
  if (required.startsWith('the id of a thing that is known')) return 'UNKNOWN_ID';
  if (required.startsWith('a thing that nothing refers to')) return 'REFERRED_TO';
  if (required.startsWith('from before until')) return 'ENDS_BEFORE_IT_BEGINS';
  return 'BAD_VALUE';
};

/** Acts that say the fields of a thing in one of their own. */
const AMENDING = ['learn', 'correct'];

/** What does not fit the record, as a problem of the act that said it: a seat by its own id, whatever stands for it in the graph. */
export const misfitOf = (problem: RowProblem, draft: Draft, names: readonly string[]): Problem => {
  const fields = problem.path
    .split('/')
    .slice(1)
    .filter((part) => !WITHIN.includes(part));
  const { required, given, id } = problem;
  const act = lastActOn(draft, [id], names);
  const within = fields.length > 0 && AMENDING.includes(act.at(-1) as string) ? ['set'] : [];
  const said = isAppointmentId(given) ? membershipId(given) : given;
  return problemOf({ code: codeOf(problem), path: [...act, ...within, ...fields], required, given: said, things: [id] });
};
