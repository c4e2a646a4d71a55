import type { ProblemCode } from './codes.js';
import type { Finding } from '../integrity/model.js';
import type { RowProblem } from '../write/problems.js';
import { isAppointmentId, membershipId } from '../words/appointments/ids.js';
import type { Draft } from './draft.js';
import { pathSent, valueAt } from './leading.js';
import { type Problem, problemOf } from './problems.js';

/** What it is called that a rule would be broken. */
const CODES: Readonly<Record<string, ProblemCode>> = {
  'seat-single': 'SEAT_TAKEN',
  'seat-once': 'ALREADY_HELD',
  'seat-in-body': 'OUTSIDE_BODY',
  'seat-in-term': 'OUTSIDE_TERM',
  'code-single': 'ID_TAKEN',
};

/** An act: its kind, and what it says. */
interface Said {
  name: string;
  input: unknown;
}

/** The last act that said something of any of these; where none did, the last one. */
const lastActOn = (draft: Draft, things: readonly string[], acts: readonly Said[]): number => {
  const saying = things.flatMap((id) => draft.actsOf(id));
  return saying.length > 0 ? Math.max(...saying) : acts.length - 1;
};

const pathOf = (act: number, acts: readonly Said[]): string[] => ['acts', String(act), (acts[act] as Said).name];

/** Acts that say the fields of a thing in one of their own. */
const AMENDING = ['learn', 'correct'];

/** What rules find that an entry breaks, or perhaps does. */
export const brokenBy = (findings: readonly Finding[], draft: Draft, acts: readonly Said[]): Problem[] =>
  findings.flatMap(({ rule, verdict, title, message, on, things }): Problem[] => {
    if (verdict !== 'BROKEN' && verdict !== 'PERHAPS') return [];
    const isBroken = verdict === 'BROKEN';
    const code = isBroken ? (CODES[rule] ?? 'RULE_BROKEN') : 'RULE_PERHAPS';
    const path = pathOf(lastActOn(draft, things, acts), acts);
    return [problemOf({ code, severity: isBroken ? 'ERROR' : 'WARNING', path, required: title, given: message, on, things })];
  });

/** What it is called that a row does not fit. */
export const codeOf = ({ required }: RowProblem): ProblemCode => {
  if (required.startsWith('the id of a thing that is known')) return 'UNKNOWN_ID';
  if (required.startsWith('a thing that nothing refers to')) return 'REFERRED_TO';
  if (required.startsWith('from before until')) return 'ENDS_BEFORE_IT_BEGINS';
  return 'BAD_VALUE';
};

/** What does not fit the record, as a problem of the act that said it: a seat by its own id, whatever stands for it in the graph. */
export const misfitOf = (problem: RowProblem, draft: Draft, acts: readonly Said[]): Problem => {
  const { required, given, id } = problem;
  const fields = problem.path.split('/').slice(1);
  const act = lastActOn(draft, [id], acts);
  const { name, input } = acts[act] as Said;
  const within = fields.length > 0 && AMENDING.includes(name) ? ['set'] : [];
  const path = [...pathOf(act, acts), ...within, ...pathSent(valueAt(input, within), draft.thing(id)?.fields, fields)];
  const said = isAppointmentId(given) ? membershipId(given) : given;
  return problemOf({ code: codeOf(problem), path, required, given: said, things: [id] });
};
